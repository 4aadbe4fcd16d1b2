import { defineLoader } from '#app/http/define-loader.server.ts'
import { reportResponse } from '#app/http/report-response.server.ts'
import { allProblems, importReport } from '#app/services/register/imports.server.ts'
import { reportHead, reportLine } from '#app/services/register/report-file.ts'

/** How far a file is and what came of it; as `text/csv` all the lines that were left out. */
export const loader = defineLoader({ who: 'facility-key' }, async ({ ctx, facilityId, params, request, locale }) => {
	const ref = params.ref ?? ''
	const report = await importReport(ctx, facilityId, ref)
	if (request.headers.get('accept')?.includes('text/csv') !== true) return Response.json(report)
	const problems = allProblems(ctx, facilityId, ref)
	return reportResponse(ref, reportHead(locale), problems, (problem) => reportLine(problem, locale))
})
