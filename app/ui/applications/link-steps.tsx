import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { DataTable } from '../display/data-table.tsx'
import { Notice } from '../display/notice.tsx'
import { Checkbox } from '../forms/checkbox.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { Section } from '../layout/section.tsx'

/** The prisoner whom an application would be linked to. */
export interface Candidate {
	number: string
	name: string
	born: string
	unit: string
	isTypedName: boolean
}

type LinkProps = {
	version: number
	typed: { number: string; name: string }
	/** What was written in the field before. */
	number?: string | undefined
	numberErrors?: readonly string[] | undefined
	confirmErrors?: readonly string[] | undefined
	/** Found under that number; null until it was looked up. */
	candidate: Candidate | null
}

/** The number first; then who it is, beside what the applicant wrote. */
export function LinkSteps({ version, typed, number, numberErrors, confirmErrors, candidate }: LinkProps) {
	const t = useT()
	const field = {
		id: 'link-number',
		name: 'number',
		errorId: 'link-number-error',
		descriptionId: 'link-number-hint',
		initialValue: number,
		errors: numberErrors,
	}
	return (
		<Section title={t('applications.officer.case.link-title')}>
			<PostForm>
				<HiddenFields values={{ step: 'find-prisoner' }} />
				<TextField
					field={field}
					label={t('applications.officer.case.link-number')}
					hint={t('applications.officer.case.link-hint')}
					code
				/>
				<FormActions>
					<SubmitButton variant="secondary">{t('applications.officer.case.find')}</SubmitButton>
				</FormActions>
			</PostForm>
			{candidate && <ConfirmLink {...{ version, typed, candidate, confirmErrors }} />}
		</Section>
	)
}

type ConfirmProps = Pick<LinkProps, 'version' | 'typed' | 'confirmErrors'> & { candidate: Candidate }

function ConfirmLink({ version, typed, candidate, confirmErrors }: ConfirmProps) {
	const t = useT()
	const locale = useLocale()
	const confirm = {
		id: 'link-confirm',
		name: 'confirm',
		errorId: 'link-confirm-error',
		descriptionId: 'link-confirm-hint',
		errors: confirmErrors,
	}
	const born = formatShortDate(candidate.born, locale)
	const rows = [
		{ what: t('applications.officer.case.link-name'), typed: typed.name, register: candidate.name },
		{ what: t('applications.officer.case.link-number'), typed: typed.number, register: candidate.number },
		{
			what: t('applications.officer.case.link-born'),
			typed: t('applications.officer.case.link-not-typed'),
			register: born,
		},
		{ what: t('common.col.unit'), typed: t('applications.officer.case.link-not-typed'), register: candidate.unit },
	]
	return (
		<PostForm>
			<HiddenFields values={{ step: 'link', number: candidate.number, version }} />
			<DataTable
				caption={t('applications.officer.case.link-compare')}
				rows={rows}
				rowKey={(row) => row.what}
				columns={[
					{ key: 'what', header: '', rowHeader: true, cell: (row) => row.what },
					{ key: 'typed', header: t('applications.officer.case.link-typed'), cell: (row) => row.typed },
					{ key: 'register', header: t('applications.officer.case.link-register'), cell: (row) => row.register },
				]}
			/>
			{!candidate.isTypedName && (
				<>
					<Notice kind="warning">{t('applications.officer.case.link-differs')}</Notice>
					<Checkbox
						field={confirm}
						value="yes"
						label={t('applications.officer.case.link-confirm', { name: `${candidate.name} (${candidate.number})` })}
					/>
				</>
			)}
			<FormActions>
				<SubmitButton>{t('applications.officer.case.link')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}

export function UnlinkStep({ version }: { version: number }) {
	const t = useT()
	return (
		<PostForm>
			<HiddenFields values={{ step: 'unlink', version }} />
			<p>{t('applications.officer.case.unlink-about')}</p>
			<FormActions>
				<SubmitButton variant="secondary">{t('applications.officer.case.unlink')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}
