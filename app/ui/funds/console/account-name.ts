import type { T } from '#app/i18n/translate.ts'

const named = ['stripe-clearing', 'refunds', 'phone-usage', 'disputes', 'prisoners'] as const

/** An account of the books in words. */
export function accountName(t: T, account: string): string {
	const known = named.find((one) => one === account)
	if (known !== undefined) return t(`funds.account.${known}`)
	return t('funds.account.prisoner', { number: account.replace(/^prisoner:/, '') })
}
