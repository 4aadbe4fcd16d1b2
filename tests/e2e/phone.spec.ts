import { formatMoney } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { errorsLeadToFields } from './pages/errors-on.ts'
import { HomePage } from './pages/home-page.ts'
import { AmountPage, PayeePage, PhonePage, ReceiptPage, TopUpPage } from './pages/phone-pages.ts'
import { ProblemPage } from './pages/problem-page.ts'
import { expect, test } from './support/fixtures.ts'
import { cardPayments, toCheck } from './support/payments.ts'
import { signIn } from './support/sign-in.ts'

const t = translator('en')
const money = (ore: number) => formatMoney(ore, 'en')
const andreas = { person: 'Andreas Myhre', number: 'e-2001' }
const hundred = { ...andreas, amount: money(10_000) }

test.beforeEach(async ({ page, stack }) => {
	test.setTimeout(120_000)
	await signIn(page, stack, 'john')
})

test('money for calls is paid, arrives, and is receipted', async ({ page, stack, letters }) => {
	const card = cardPayments(stack.payments)
	const check = await toCheck(page, hundred)
	for (const fact of ['Andreas Myhre', 'E-2001', 'Elvebredden', money(10_000), t('phone.fact.no-fee')])
		await expect(check.main).toContainText(fact)
	await check.pay.click()
	await card.payBy(page, 'accepted')

	const topUp = new TopUpPage(page, 'en')
	await topUp.tells('credited')
	const ref = await topUp.reference()
	await page.reload()
	await topUp.tells('credited')

	const to = stack.people.find(({ id }) => id === 'john')?.email ?? ''
	// Mail has no spaces that do not break.
	const subject = new RegExp(`^${t('messages.top-up-receipt.subject', { amount: '100' })}`)
	const letter = await letters.find({ to, subject, about: ref })
	expect(letter.text).not.toContain('Andreas')

	await topUp.toReceipt.click()
	const receipt = new ReceiptPage(page, 'en')
	await receipt.isHere()
	for (const fact of [ref, 'John Myhre', 'Andreas Myhre', money(10_000), t('phone.receipt.card')])
		await expect(receipt.main).toContainText(fact)

	const phone = new PhonePage(page, 'en')
	await phone.visit()
	await expect(phone.paid(ref)).toContainText(t('phone.state.credited'))
	await page.goto(paths.home())
	await expect(page.getByRole('main')).not.toContainText(t('home.todo.top-up-open'))
})

test('a card that is declined is tried again, and the payment is one', async ({ page, stack }) => {
	const card = cardPayments(stack.payments)
	await (await toCheck(page, hundred)).pay.click()
	await card.payBy(page, 'no-money')
	await expect(page.getByRole('alert')).toBeVisible()
	await card.payBy(page, 'accepted')
	const topUp = new TopUpPage(page, 'en')
	await topUp.tells('credited')
})

test('who leaves the page to pay on is told so, may go on, and pays once', async ({ page, stack }) => {
	const card = cardPayments(stack.payments)
	const check = await toCheck(page, hundred)
	const asked = page.url()
	await check.pay.click()
	await card.leave(page)
	const topUp = new TopUpPage(page, 'en')
	await topUp.tells('started')
	const ref = await topUp.reference()

	const home = new HomePage(page, 'en')
	await home.visit()
	await home.isFor('John')
	await home.link('home.todo.top-up-open.do').click()
	await topUp.tells('started')
	await topUp.goOn.click()
	await card.isOpen(page)
	const toPay = page.url()

	// The same form, sent once more, leads to the same page.
	await page.goto(asked)
	await check.pay.click()
	await card.isOpen(page)
	expect(page.url()).toBe(toPay)
	await card.payBy(page, 'asks')
	await page.getByRole('button', { name: 'Yes, it is me' }).click()
	await topUp.tells('credited')
	expect(await topUp.reference()).toBe(ref)

	// And once it is paid, it leads to what was made of it.
	await page.goto(asked)
	await topUp.tells('credited')
})

test('as long as nothing is known of a payment, that is what is told', async ({ page, stack }) => {
	const card = cardPayments(stack.payments)
	await (await toCheck(page, hundred)).pay.click()
	await card.isOpen(page)
	await card.holdWebhooks(true)
	await card.hangUp(true)
	try {
		await card.payBy(page, 'accepted')
		const topUp = new TopUpPage(page, 'en')
		await topUp.tells('started')
		await card.hangUp(false)
		// Still no webhook: this time the page itself has asked.
		await topUp.checkAgain.click()
		await topUp.tells('credited')
	} finally {
		await card.hangUp(false)
		await card.holdWebhooks(false)
	}
})

test.describe('a page to pay on that does not open', () => {
	test.use({ expectedErrors: [/status of 503 .*\/phone\/new\/check/] })

	test('is told, and the same form may be sent again', async ({ page, stack }) => {
		const card = cardPayments(stack.payments)
		const check = await toCheck(page, hundred)
		await card.hangUp(true)
		try {
			await check.pay.click()
			await check.isHere()
			await expect(check.main.getByRole('status')).toContainText(t('phone.new.check.unavailable'))
		} finally {
			await card.hangUp(false)
		}
		await check.pay.click()
		await card.leave(page)
		const topUp = new TopUpPage(page, 'en')
		await topUp.giveUp.click()
		await topUp.tells('abandoned')
	})
})

test('a payment that is stopped takes nothing, and can be begun anew', async ({ page, stack }) => {
	const card = cardPayments(stack.payments)
	await (await toCheck(page, hundred)).pay.click()
	await card.leave(page)
	const topUp = new TopUpPage(page, 'en')
	await topUp.tells('started')
	await topUp.giveUp.click()
	await topUp.tells('abandoned')
	await expect(topUp.main).toContainText(t('phone.one.given-up'))
	await topUp.tryAgain.click()
	await new PayeePage(page, 'en').isHere()
})

test.describe('a form that comes back', () => {
	test.use({ expectedErrors: [/status of 400 .*\/phone\/new/] })

	test('another number than the person has is asked for again, and is kept', async ({ page }) => {
		await page.goto(paths.newTopUp())
		const payee = new PayeePage(page, 'en')
		await payee.isHere()
		await payee.number.fill('E-2002')
		await payee.next.click()
		await payee.isHere()
		await errorsLeadToFields(payee, [[t('phone.error.number-wrong'), payee.number]])
		await expect(payee.number).toHaveValue('E-2002')
	})

	test('an amount that may not be paid is told why, and is kept', async ({ page }) => {
		await page.goto(paths.newTopUp())
		const payee = new PayeePage(page, 'en')
		await payee.number.fill('E-2001')
		await payee.next.click()
		const amounts = new AmountPage(page, 'en')
		await amounts.isHere()
		const comesBack = async (typed: string, words: string) => {
			await amounts.typed.fill(typed)
			await amounts.next.click()
			await amounts.isHere()
			await errorsLeadToFields(amounts, [[words, amounts.typed]])
			await expect(amounts.typed).toHaveValue(typed)
		}
		await amounts.next.click()
		await amounts.isHere()
		const none = t('phone.error.amount')
		await amounts.main.getByRole('link', { name: none }).click()
		await expect(amounts.amount(money(10_000))).toBeFocused()
		await expect(amounts.amounts).toHaveAccessibleDescription(new RegExp(none))
		await comesBack('30', t('phone.error.below-minimum', { min: money(5_000) }))
		await comesBack('600,50 kr', t('phone.error.over-maximum', { max: money(50_000) }))
		await comesBack('a lot', t('phone.error.typed'))
		await amounts.amount(money(20_000)).check()
		await comesBack('150', t('phone.error.one-amount'))
		await expect(amounts.amount(money(20_000))).toBeChecked()
	})
})

test.describe("another's payment", () => {
	test.use({ expectedErrors: [/status of 404/] })

	test('is not there, and who may not pay in is told why', async ({ page, stack, elsewhere }) => {
		const card = cardPayments(stack.payments)
		await (await toCheck(page, hundred)).pay.click()
		await card.leave(page)
		const topUp = new TopUpPage(page, 'en')
		await topUp.tells('started')
		const ref = await topUp.reference()

		const hers = await elsewhere()
		await signIn(hers, stack, 'nina')
		const problem = new ProblemPage(hers)
		await problem.standsAt(paths.topUp(ref))
		await problem.standsAt(paths.topUpReceipt(ref))
		const phone = new PhonePage(hers)
		await phone.visit()
		await expect(phone.main).toContainText(phone.t('funds.refusal.topup-not-allowed.family'))
		await expect(phone.payFor('Martin Strand')).toHaveCount(0)
		await hers.goto(paths.newTopUp())
		const payee = new PayeePage(hers)
		await payee.isHere()
		await expect(payee.main).toContainText(payee.t('phone.nobody-now'))

		await topUp.giveUp.click()
		await topUp.tells('abandoned')
	})
})
