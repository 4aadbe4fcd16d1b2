import { expect, test } from 'vitest'
import { serverBuild, unguarded } from './built-routes.ts'

const build = await serverBuild()

test('every loader and action of the build says who may call it', () => {
	expect(Object.keys(build.routes).length).toBeGreaterThan(15)
	expect(unguarded(build.routes)).toEqual([])
})

test('one that does not is found', () => {
	const help = build.routes['routes/_family.help']
	if (!help) throw new Error('The help page is gone')
	const open = { ...help, module: { ...help.module, loader: async () => ({}), action: async () => null } }
	expect(unguarded({ ...build.routes, [help.id]: open })).toEqual([`${help.id} loader`, `${help.id} action`])
})
