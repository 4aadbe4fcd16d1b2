import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isTooLong } from '#app/http/body-too-long.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { takeFile } from '#app/http/streamed-body.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ServiceError } from '#app/services/errors.ts'
import { latestImports } from '#app/services/register/imports.server.ts'
import { receiveFile } from '#app/services/register/receive-file.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { RegisterFiles } from '#app/ui/register/imports-table.tsx'
import { RegisterUpload } from '#app/ui/register/upload-form.tsx'

export const handle: PageHandle = { title: 'register.title' }

export const loader = defineLoader({ who: 'officer', permission: 'register-events' }, async ({ ctx }) => ({
	files: await latestImports(ctx, ctx.actor.facilityId),
	idempotencyKey: randomUUID(),
}))

export const action = defineAction(
	{ who: 'officer', permission: 'register-events', limit: 'register-file' },
	async ({ ctx, request, url, context }) => {
		const { facilityId } = ctx.actor
		const idempotencyKey = z.uuid().safeParse(url.searchParams.get('key')).data ?? null
		const problem = (file: string, status: number) => data({ file }, { status })
		try {
			const received = await takeFile(request, 'file', (bytes) =>
				receiveFile(ctx, { facilityId, bytes, idempotencyKey }),
			)
			if (!received) return problem('register.error.file', 400)
			throw redirectWith(context, paths.staff.registerImport(received.ref), {
				kind: 'done',
				text: 'register.upload.received',
			})
		} catch (error) {
			if (isTooLong(error)) return problem('register.error.too-long', 413)
			if (error instanceof ServiceError && error.code === 'incomplete') return problem('register.error.file', 400)
			throw error
		}
	},
)

/** Sends a file in; what came of it is on its own page. */
export default function RegisterFilesPage() {
	const { files, idempotencyKey } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const error = answer?.file
	return (
		<>
			<ErrorSummary form={{ id: 'register', allErrors: { file: error === undefined ? undefined : [error] } }} />
			<PageTitle lead={t('register.lead')}>{t('register.title')}</PageTitle>
			<Section title={t('register.upload.title')}>
				<RegisterUpload idempotencyKey={idempotencyKey} error={error} />
			</Section>
			<RegisterFiles files={files} />
		</>
	)
}
