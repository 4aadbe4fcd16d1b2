import { parseWithZod } from '@conform-to/zod/v4'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { kronerText } from '#app/forms/kroner.ts'
import { moneySearchForm } from '#app/forms/money.ts'
import { csvFile } from '#app/http/csv.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { answerWith } from '#app/http/refusal-answer.server.ts'
import { moneyToExport } from '#app/services/funds/money-search.server.ts'
import { inList } from '#app/ui/staff/money/lines-of.ts'

/** The payments that were searched for, to take along. Taking people's data out asks for a sign-in of the last minutes. */
export const loader = defineLoader(
	{ who: 'officer', deed: 'see-money', freshSignIn: true },
	async ({ ctx, url, t }) => {
		const submission = parseWithZod(url.searchParams, { schema: moneySearchForm })
		if (submission.status !== 'success') throw answerWith(400)
		const { amount, ...search } = submission.value
		const found = await moneyToExport(ctx, { ...search, ore: amount })
		const head = [
			t('money.col.reference'),
			t('money.col.started'),
			t('money.col.payer'),
			t('money.col.number'),
			t('money.col.prisoner'),
			t('money.col.amount'),
			t('money.story.paid'),
			t('money.col.back'),
			t('money.story.disputed'),
			t('money.col.state'),
		]
		const rows = found.map(({ topUp, payer, prisoner }) => [
			topUp.ref,
			topUp.startedAt.toISOString(),
			inList(payer),
			prisoner.number,
			inList(prisoner),
			kronerText(topUp.ore),
			topUp.paidAt?.toISOString() ?? '',
			kronerText(topUp.refundedOre),
			kronerText(topUp.disputedOre),
			t(`money.state.${topUp.state}`),
		])
		return new Response(csvFile([head, ...rows]), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${localDate(ctx.now)}.csv"`,
			},
		})
	},
)
