/** What one caller is answered: the status, or `→` and where they are sent. References are left out. */
export interface Answered {
	cell: string
	body: string
}

export async function answered(answer: Response, origin: string): Promise<Answered> {
	const body = await answer.text()
	const [, told] = /"redirect","([^"]+)"/.exec(answer.status === 202 ? body : '') ?? []
	const to = answer.headers.get('location') ?? told
	const isRedirect = answer.status === 303 || answer.status === 302 || told !== undefined
	return { cell: isRedirect && to ? `→ ${placeOf(to, origin)}` : String(answer.status), body }
}

function placeOf(to: string, origin: string): string {
	const url = new URL(to, origin)
	if (url.origin !== origin) return 'elsewhere'
	return url.pathname.replace(/[2-9A-Z]{12}/g, ':ref')
}

/** They were let in and it was done, so that the same cannot be asked again of what it was about. */
export function isDone({ cell }: Answered): boolean {
	return /^2/.test(cell) || (cell.startsWith('→') && !cell.endsWith('/sign-in'))
}
