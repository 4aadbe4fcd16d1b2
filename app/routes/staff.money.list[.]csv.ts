import { localDate } from '#app/domain/calendar/oslo.ts'
import { kronerText } from '#app/forms/kroner.ts'
import { moneySearchForm } from '#app/forms/money.ts'
import { csvFile } from '#app/http/csv.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parseQuery } from '#app/http/form.server.ts'
import { answerWith } from '#app/http/refusal-answer.server.ts'
import { moneyToExport } from '#app/services/funds/money-search.server.ts'
import { moneyFile } from '#app/ui/staff/money/money-file.ts'

/** The payments that were searched for, to take along. Taking people's data out asks for a sign-in of the last minutes. */
export const loader = defineLoader(
	{ who: 'officer', deed: 'see-money', freshSignIn: true },
	async ({ ctx, url, t }) => {
		const submission = parseQuery(url, moneySearchForm)
		if (submission.status !== 'success') throw answerWith(400)
		const { amount, ...search } = submission.value
		const lines = moneyFile(await moneyToExport(ctx, { ...search, ore: amount }), t, kronerText)
		return new Response(csvFile(lines), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${localDate(ctx.now)}.csv"`,
			},
		})
	},
)
