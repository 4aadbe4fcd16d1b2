import type { Check } from '#app/domain/applications/application.ts'
import type { GrantObstacle } from '#app/domain/applications/plain-grant.ts'
import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { Notice } from '../display/notice.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { Section } from '../layout/section.tsx'

type Props = {
	version: number
	visitor: string
	prisoner: string | null
	mayGrant: boolean
	obstacle: GrantObstacle | null
	against: readonly Check[]
	/** The officer is close to a party. */
	isRelated: boolean
}

/** The decision: the button, or what stands against pressing one. */
export function GrantStep({ version, visitor, prisoner, mayGrant, obstacle, against, isRelated }: Props) {
	const t = useT()
	return (
		<Section title={t('applications.officer.case.decide')}>
			{obstacle === 'checks-against' && (
				<Notice kind="warning" title={t('applications.officer.case.against')}>
					<ul>
						{against.map(({ kind, outcome }) => (
							<li key={kind}>
								{t('applications.officer.case.against-line', {
									check: t(`applications.officer.check.${kind}`),
									outcome: t(`applications.officer.outcome.${outcome}`),
								})}
							</li>
						))}
					</ul>
					<p>{t('applications.officer.case.needs-reasons')}</p>
				</Notice>
			)}
			{obstacle === 'second-officer' && <Notice kind="warning">{t('applications.officer.case.needs-second')}</Notice>}
			{isRelated && <Notice kind="warning">{t('applications.officer.case.related')}</Notice>}
			{mayGrant && (
				<>
					<p>{t('applications.officer.case.grant-of', { visitor, prisoner: prisoner ?? '' })}</p>
					<p>{t('applications.officer.case.grant-about')}</p>
					<PostForm>
						<HiddenFields values={{ step: 'grant', version }} />
						<FormActions>
							<SubmitButton>{t('applications.officer.case.grant')}</SubmitButton>
						</FormActions>
					</PostForm>
				</>
			)}
		</Section>
	)
}
