import type { LoaderFunctionArgs } from '@remix-run/node'
import { toErrorResponse } from './error-response.server.ts'
import { type Admissions, admit, type Definition } from './guard.server.ts'
import { type Guarded, markGuarded } from './guarded.ts'
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
		try {
			const admission = await admit[definition.who](args, definition)
			return await load({ ...routeInput(args), ...admission })
		} catch (error) {
			throw toErrorResponse(error, args.context)
		}
	}
	return markGuarded(loader, definition.permission ?? definition.who)
}
