import { formContextField } from '#app/paths.ts'

export interface SentForm {
	/** Its fields without the context; null for what is no form. */
	form: FormData | null
	/** Whom it says it was rendered for. */
	formContext: string | null
}

const sent = new WeakMap<Request, Promise<SentForm>>()

/** The form of a request: its body is read once, whoever asks. */
export function sentForm(request: Request): Promise<SentForm> {
	const read = sent.get(request) ?? readOnce(request)
	sent.set(request, read)
	return read
}

async function readOnce(request: Request): Promise<SentForm> {
	const form = await request.formData().catch(() => null)
	const formContext = form?.get(formContextField)
	form?.delete(formContextField)
	return { form, formContext: typeof formContext === 'string' ? formContext : null }
}

/** Whom a form says it was rendered for. A file is not read for it: there the address says it. */
export async function sentFormContext(request: Request): Promise<string | null> {
	const inAddress = new URL(request.url).searchParams.get(formContextField)
	if (inAddress !== null) return inAddress
	return isFileBody(request) ? null : (await sentForm(request)).formContext
}

export function isFileBody(request: Request): boolean {
	return /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')
}
