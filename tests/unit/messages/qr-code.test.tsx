import jsQR from 'jsqr'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QrCode, qrModules } from '#app/ui/qr-code.tsx'

/** The modules as a camera would see them: eight pixels each, black on white. */
function picture(modules: boolean[][]): { data: Uint8ClampedArray; size: number } {
	const scale = 8
	const size = modules.length * scale
	const data = new Uint8ClampedArray(size * size * 4).fill(255)
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
				data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
		}
	}
	return { data, size }
}

/** The modules that the drawing fills. */
function drawn(svg: string): boolean[][] {
	const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
	const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
	for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
		const row = modules[Number(y)]
		if (row) row[Number(x)] = true
	}
	return modules
}

describe('the QR code of a booking', () => {
	it.each(['K7QM-4TXW', 'ZZZZ-9999', '2345-6789'])(
		'is read back from its drawing as the code and nothing else: %s',
		(code) => {
			const modules = drawn(renderToStaticMarkup(<QrCode code={code} label="Adgangskode" />))
			expect(modules).toEqual(qrModules(code))
			const { data, size } = picture(modules)
			expect(jsQR(data, size, size)?.data).toBe(code)
		},
	)

	it('has a quiet border of four modules all round', () => {
		const modules = qrModules('K7QM-4TXW')
		const edge = [
			...modules.slice(0, 4),
			...modules.slice(-4),
			...modules.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
		]
		expect(edge.flat()).not.toContain(true)
	})

	it('stands beside its text and is named for who cannot see it', () => {
		const html = renderToStaticMarkup(<QrCode code="K7QM-4TXW" label="Adgangskode" />)
		expect(html).toContain('<figcaption>K7QM-4TXW</figcaption>')
		expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Adgangskode"/)
	})
})
