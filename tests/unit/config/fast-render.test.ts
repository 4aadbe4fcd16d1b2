import { expect, it } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { settings } from './settings.ts'

it('renders pages in the short way unless it is told not to', () => {
	expect(readConfig(settings).fastRender).toBe(true)
	expect(readConfig({ ...settings, FAST_RENDER: 'on' }).fastRender).toBe(true)
	expect(readConfig({ ...settings, FAST_RENDER: 'off' }).fastRender).toBe(false)
	expect(() => readConfig({ ...settings, FAST_RENDER: 'false' })).toThrow('FAST_RENDER')
})
