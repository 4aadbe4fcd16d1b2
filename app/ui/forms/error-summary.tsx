import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { errorText } from './error-text.ts'

type Props = {
	/** The form's id and every error by the field's name; an empty name is the form as a whole. Conform's form is one. */
	form: { readonly id: string; readonly allErrors: Readonly<Record<string, readonly string[] | undefined>> }
	/** The fields' labels by name, where an error such as 'fill in this field' does not say which. */
	labels?: Readonly<Record<string, string>>
}

/** All that must be put right, on top of the page: it takes the focus, and each line leads to its field. */
export function ErrorSummary({ form, labels = {} }: Props) {
	const t = useT()
	const headingId = useId()
	const lines = Object.entries(form.allErrors).flatMap(([name, errors]) => {
		const error = errors?.[0]
		if (error === undefined) return []
		const label = labels[name]
		return [{ name, text: `${label === undefined ? '' : `${label}: `}${errorText(t, error)}` }]
	})
	if (lines.length === 0) return null
	return (
		// biome-ignore lint/a11y/noAutofocus: after a page load the focus must be told where to go
		<section className="ds-error-summary" aria-labelledby={headingId} tabIndex={-1} autoFocus>
			<h2 className="ds-heading" data-size="xs" id={headingId}>
				{t('errors.summary')}
			</h2>
			<ul>
				{lines.map(({ name, text }) => (
					<li key={name}>
						{name === '' ? (
							text
						) : (
							<a className="ds-link" href={`#${form.id}-${name}`}>
								{text}
							</a>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
