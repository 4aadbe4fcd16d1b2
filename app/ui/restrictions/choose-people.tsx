import { useT } from '#app/i18n/react.tsx'
import { paths, type Query } from '#app/paths.ts'
import { Section } from '../layout/section.tsx'
import { TextLink } from '../text-link.tsx'
import { ChosenPeopleList, type ChosenPerson } from './chosen-people-list.tsx'
import { type PersonChoice, PersonFinder } from './person-finder.tsx'

type Props = {
	chosen: Query & { kind: 'court-restriction' | 'protective-order' | 'non-association' }
	people: readonly ChosenPerson[]
	missing: 'prisoner' | 'visitor' | 'other'
	ties: readonly ChosenPerson[]
	search: { typed: string; error: string | null; found: readonly PersonChoice[] | null } | null
}

/** Who has still to be chosen: one of those whom a permit joins to the other, or whoever a search finds. */
export function ChoosePeople({ chosen, people, missing, ties, search }: Props) {
	const t = useT()
	const offered = ties.filter(({ kind }) => kind === missing)
	const both = chosen.kind === 'non-association' && missing === 'prisoner'
	return (
		<>
			<ChosenPeopleList people={people} />
			{offered.length > 0 && (
				<Section title={t('restrictions.tied')}>
					<ul>
						{offered.map((person) => (
							<li key={person.ref}>
								<TextLink href={paths.staff.newRestriction({ ...chosen, [missing]: person.ref })}>
									{person.name}
								</TextLink>
							</li>
						))}
					</ul>
				</Section>
			)}
			<PersonFinder
				label={t(both ? 'restrictions.find' : `restrictions.find.${missing}`)}
				typed={search?.typed ?? ''}
				error={search?.error ?? null}
				found={search?.found ?? null}
			/>
		</>
	)
}
