import { defineLoader } from '#app/http/define-loader.server.ts'
import { reportResponse } from '#app/http/report-response.server.ts'
import { allProblems, importReport } from '#app/services/register/imports.server.ts'
import { reportHead, reportLine } from '#app/services/register/report-file.ts'

/** All the lines of a file that were left out, in the reader's language. */
export const loader = defineLoader(
	{ who: 'officer', permission: 'register-events' },
	async ({ ctx, params, locale }) => {
		const { facilityId } = ctx.actor
		// Asked first, so that what is not there is not found, and not an empty file.
		const { ref } = await importReport(ctx, facilityId, params.ref ?? '')
		const problems = allProblems(ctx, facilityId, ref)
		return reportResponse(ref, reportHead(locale), problems, (problem) => reportLine(problem, locale))
	},
)
