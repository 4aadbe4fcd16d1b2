import { useT } from '#app/i18n/react.tsx'

/** The number to call where no e-mail reaches somebody, or that it is not known. */
export function PhoneLink({ phone }: { phone: string | null }) {
	const t = useT()
	if (phone === null) return t('messages.delivery.no-phone')
	return <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
}
