import { useT } from '#app/i18n/react.tsx'

/** Signing out changes something, so it is a form and not a link. */
export function SignOutForm({ action }: { action: string }) {
	const t = useT()
	return (
		<form method="post" action={action}>
			<button type="submit" className="ds-link">
				{t('common.sign-out')}
			</button>
		</form>
	)
}
