import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import type { FormMismatch } from '#app/services/identity/check-form-context.server.ts'
import { ButtonLink, SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextLink } from '../text-link.tsx'

type Props = {
	mismatch: FormMismatch
	/** The page that the form was on. */
	path: string
	audience: AccountKind
}

/** What can be done now. */
export function FormMismatchActions({ mismatch, path, audience }: Props) {
	const t = useT()
	const { home, signOut } =
		audience === 'staff'
			? { home: paths.staff.today(), signOut: paths.staff.signOut() }
			: { home: paths.home(), signOut: paths.signOut() }
	if (mismatch.reason === 'unknown')
		return (
			<p>
				<ButtonLink href={path}>{t('form-mismatch.unknown.go-on')}</ButtonLink>
			</p>
		)
	if (mismatch.reason === 'person')
		return (
			<PostForm action={signOut}>
				<FormActions>
					<SubmitButton>{t('common.sign-out')}</SubmitButton>
					<TextLink href={home}>{t('form-mismatch.person.go-on')}</TextLink>
				</FormActions>
			</PostForm>
		)
	const { here, openedFor } = mismatch
	if (!openedFor)
		return (
			<p>
				<ButtonLink href={home}>{t('common.to-front-page')}</ButtonLink>
			</p>
		)
	return (
		<PostForm action={paths.staff.facility()}>
			<HiddenFields values={{ slug: openedFor.slug, to: path }} />
			<FormActions>
				<SubmitButton>{t('form-mismatch.facility.switch', { openedFor: openedFor.name })}</SubmitButton>
				<TextLink href={home}>{t('form-mismatch.facility.stay', { here })}</TextLink>
			</FormActions>
		</PostForm>
	)
}
