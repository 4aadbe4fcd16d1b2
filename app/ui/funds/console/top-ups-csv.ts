import { localDate, localTime } from '#app/domain/calendar/oslo.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { nameInList, type PersonName } from '#app/domain/person-name.ts'
import type { T } from '#app/i18n/translate.ts'

/** A payment as a file of them has it. Amounts are whole øre. */
interface FiledTopUp {
	topUp: {
		ref: string
		ore: number
		startedAt: Date
		paidAt: Date | null
		refundedOre: number
		disputedOre: number
		state: TopUpState
	}
	payer: PersonName
	prisoner: PersonName & { number: string }
}

/**
 * The lines of a file of payments, with amounts as `kroner` writes them. Times are local, as the days are that it was searched by;
 * a list that was cut says so.
 */
export function topUpsCsv(
	{ topUps, more }: { topUps: readonly FiledTopUp[]; more: boolean },
	t: T,
	kroner: (ore: number) => string,
): string[][] {
	const head = [
		t('funds.col.reference'),
		t('funds.col.started'),
		t('funds.col.payer'),
		t('funds.col.number'),
		t('funds.col.prisoner'),
		t('funds.col.amount'),
		t('funds.top-up.paid'),
		t('funds.col.back'),
		t('funds.top-up.disputed'),
		t('funds.col.state'),
	]
	const rows = topUps.map(({ topUp, payer, prisoner }) => [
		topUp.ref,
		local(topUp.startedAt),
		nameInList(payer),
		prisoner.number,
		nameInList(prisoner),
		kroner(topUp.ore),
		topUp.paidAt === null ? '' : local(topUp.paidAt),
		kroner(topUp.refundedOre),
		kroner(topUp.disputedOre),
		t(`funds.state.${topUp.state}`),
	])
	return [head, ...rows, ...(more ? [[t('funds.file.cut', { count: topUps.length })]] : [])]
}

const local = (at: Date) => `${localDate(at)} ${localTime(at)}`
