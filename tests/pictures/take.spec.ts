import { mkdir, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays } from '#app/domain/calendar/oslo.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../e2e/support/fixtures.ts'
import { signInAtIssuer } from '../e2e/support/sign-in.ts'
import { book, toCalendar } from '../e2e/support/visits.ts'

const folder = resolve(import.meta.dirname, '../../docs/pictures')
const sizes = { desktop: { width: 1200, height: 900 }, phone: { width: 360, height: 720 } }
const mostBytes = 1_500_000
const toVisit = 'Jonas Haugen'

/** One page in light and in the dark, on a desk and in a hand. */
async function take(page: Page, name: string): Promise<void> {
	for (const [size, viewport] of Object.entries(sizes)) {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize(viewport)
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
			await page.evaluate(() => {
				if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
				scrollTo(0, 0)
			})
			await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
		}
	}
	await page.setViewportSize(sizes.desktop)
}

test('the pictures are taken', async ({ page, stack, clock, elsewhere }) => {
	await mkdir(folder, { recursive: true })

	await signInAtIssuer(page, stack, 'kari')
	const times = await toCalendar(page, { toVisit, with: ['Emma'] })
	await times.openDay((await times.datesFree())[3] ?? '')
	await take(page, 'calendar')
	const { visit, day } = await book(page, { toVisit, with: ['Emma', 'Jakob'] })
	await page.goto(paths.home())
	await take(page, 'home')
	await page.goto(paths.visits())
	await page.getByRole('main').locator('.card-link').first().click()
	await visit.toPass.click()
	await take(page, 'pass')

	const desk = await elsewhere()
	await clock.moveTo(`${day}T09:30`)
	await signInAtIssuer(desk, stack, 'berit', paths.staff.today())
	await take(desk, 'today')
	await desk.goto(paths.staff.timetable({ week: addDays(day, 7) }))
	await take(desk, 'week')

	const files = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))))
	expect(files.length).toBe(20)
	expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(mostBytes)
})
