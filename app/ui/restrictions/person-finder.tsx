import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'
import { standaloneField } from '../forms/standalone-field.ts'
import { TextField } from '../forms/text-field.tsx'
import { TextLink } from '../text-link.tsx'

/** Someone whom the search found, and where choosing them leads. */
export interface PersonChoice {
	ref: string
	name: string
	number: string | null
	born: string
	href: string
}

type Props = {
	label: string
	typed: string
	error: string | null
	/** null before anything was searched for. */
	found: readonly PersonChoice[] | null
}

/** Finds a person by number, name or birth date. What is typed goes in the form's body. */
export function PersonFinder({ label, typed, error, found }: Props) {
	const t = useT()
	const locale = useLocale()
	return (
		<>
			<PostForm>
				<HiddenFields values={{ step: 'find' }} />
				<TextField
					field={standaloneField('find', 'q', error === null ? undefined : [error], typed)}
					label={label}
					hint={t('restrictions.find-hint')}
					type="search"
					autoComplete="off"
					maxLength={100}
					code
				/>
				<div>
					<SubmitButton variant="secondary">{t('common.search')}</SubmitButton>
				</div>
			</PostForm>
			{found !== null &&
				(found.length === 0 ? (
					<p role="status">{t('restrictions.found-none')}</p>
				) : (
					<ul>
						{found.map((person) => (
							<li key={person.ref}>
								<TextLink href={person.href}>{person.name}</TextLink>
								{`, ${[person.number, formatShortDate(person.born, locale)].filter((part) => part !== null).join(', ')}`}
							</li>
						))}
					</ul>
				))}
		</>
	)
}
