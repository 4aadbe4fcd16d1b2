import type { Presence } from '#app/domain/bookings/presence.ts'
import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { CheckboxGroup } from '../forms/choice-group.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'

type Person = { ref: string; name: string; age: number; mustShowId: boolean; presence: Presence | null }
/** The form as it was sent, with what is wrong with it. */
type Answer = {
	error?: { readonly [name: string]: string[] | null } | null | undefined
	initialValue?: { readonly [name: string]: unknown } | null | undefined
}

/** Who of the party comes in: all who are not in yet, unless the tick is taken away; and who is turned away. */
export function LetInStep({ people, sent }: { people: readonly Person[]; sent: Answer | null | undefined }) {
	const t = useT()
	const outside = people.filter(({ presence }) => presence !== 'in')
	const isFirst = people.every(({ presence }) => presence === null)
	const field = (name: 'present' | 'turnedAway' | 'reason') => ({
		...{ id: `let-in-${name}`, name, errorId: `let-in-${name}-error`, descriptionId: `let-in-${name}-hint` },
		errors: sent?.error?.[name] ?? undefined,
	})
	const chosen = (name: 'present' | 'turnedAway', otherwise: string[]) => (sent ? sent.initialValue?.[name] : otherwise)
	const choices = outside.map(({ ref, name, age, mustShowId }) => ({
		value: ref,
		label: name,
		hint: mustShowId ? t('bookings.officer.gate.let-in.age-id', { age }) : t('common.years-old', { years: age }),
	}))
	const everyone = outside.map(({ ref }) => ref)
	return (
		<PostForm>
			<HiddenFields values={{ step: 'check-in' }} />
			<CheckboxGroup
				field={{ ...field('present'), initialValue: chosen('present', isFirst ? everyone : []) }}
				label={t('bookings.officer.gate.let-in')}
				choices={choices}
			/>
			<details open={sent?.error?.reason != null}>
				<summary>{t('bookings.officer.gate.let-in.turn-away')}</summary>
				<div className="stack">
					<CheckboxGroup
						field={{ ...field('turnedAway'), initialValue: chosen('turnedAway', []) }}
						label={t('bookings.officer.gate.let-in.turned-away')}
						choices={choices}
					/>
					<TextField field={field('reason')} label={t('common.reason')} maxLength={500} />
				</div>
			</details>
			<FormActions>
				<SubmitButton>{t('bookings.officer.gate.check-in')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}
