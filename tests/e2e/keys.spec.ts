import { paths } from '#app/paths.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'

test('an officer goes through rows by the arrow keys, and to the search by one', { tag: '@script' }, async ({
	page,
	stack,
}) => {
	await signIn(page, stack, 'berit', paths.staff.day())
	const rows = page.locator('table[data-rows] tbody tr[tabindex]')
	await expect(rows.nth(1)).toBeAttached()
	// One row stands in the tab order, and what was left last is come back to.
	await expect(page.locator('tr[tabindex="0"]')).toHaveCount(1)
	await rows.first().focus()
	await page.keyboard.press('ArrowUp')
	await expect(rows.first()).toBeFocused()
	await page.keyboard.press('ArrowDown')
	await expect(rows.nth(1)).toBeFocused()
	await expect(page.locator('tr[tabindex="0"]')).toHaveCount(1)
	await page.keyboard.press('End')
	await expect(rows.last()).toBeFocused()
	await page.keyboard.press('Home')
	await expect(rows.first()).toBeFocused()

	await page.keyboard.press('/')
	const search = page.locator('#staff-search')
	await expect(search).toBeFocused()
	// Who writes writes, and goes nowhere.
	await page.keyboard.press('/')
	await expect(search).toHaveValue('/')

	const link = rows.first().getByRole('link').first()
	const to = await link.evaluate((node) => new URL(node.getAttribute('href') ?? '', location.href).pathname)
	await rows.first().focus()
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL((url) => url.pathname === to)
})
