import type { APIResponse, Page } from '@playwright/test'
import { formContextField } from '#app/paths.ts'

/** Sends a form that no page offers, with the context that the page's own forms carry. */
export async function postForm(page: Page, path: string, form: Record<string, string>): Promise<APIResponse> {
	const formContext = await page.locator(`input[name="${formContextField}"]`).first().inputValue()
	return page.request.post(path, {
		headers: { origin: new URL(page.url()).origin, 'sec-fetch-site': 'same-origin' },
		form: { ...form, [formContextField]: formContext },
	})
}
