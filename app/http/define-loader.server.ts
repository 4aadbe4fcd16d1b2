import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Admissions, admit, type Definition } from './guard.server.ts'
import { type Guarded, markGuarded } from './guarded.ts'
import { refusal } from './refusal.server.ts'
import { type RouteInput, routeInput } from './route-input.server.ts'

export type Loader<Data> = ((args: LoaderFunctionArgs) => Promise<Data>) & Guarded

/**
 * The only way to export a loader: it says who may call it, and nobody else gets in. It returns a plain object with what the
 * page shows, no more; a file's loader returns a `Response`.
 */
export function defineLoader<W extends keyof Admissions, Data>(
	definition: Definition<W>,
	load: (input: RouteInput & Admissions[W]) => Promise<Data>,
): Loader<Data> {
	const loader = async (args: LoaderFunctionArgs): Promise<Data> => {
		const admitted: { ctx?: Admissions[W]['ctx'] } = {}
		try {
			const admission = await admit[definition.who](args, definition)
			admitted.ctx = admission.ctx
			return await load({ ...routeInput(args), ...admission })
		} catch (error) {
			throw await refusal(error, args, admitted.ctx)
		}
	}
	return markGuarded(loader, definition.permission ?? definition.who)
}
