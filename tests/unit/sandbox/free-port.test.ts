import { expect, it } from 'vitest'
import { freePort, holdPort, isFree } from '#sandbox/free-port.ts'

it('two who look for the same port at once find two', async () => {
	const preferred = await freePort()
	const held = await Promise.all(Array.from({ length: 4 }, () => holdPort(preferred, 20)))
	expect(new Set(held.map(({ port }) => port)).size).toBe(4)
	for (const { port } of held) expect(await isFree(port)).toBe(false)
	await Promise.all(held.map((one) => one.release()))
	for (const { port } of held) expect(await isFree(port)).toBe(true)
})

it('a port that is released twice is released', async () => {
	const held = await holdPort()
	await held.release()
	await held.release()
	expect(await isFree(held.port)).toBe(true)
})
