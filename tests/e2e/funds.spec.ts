import { formatMoney } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { DecideRefundPage, FundsPage, NewRefundPage, ReconciliationPage, TopUpStoryPage } from './pages/funds-pages.ts'
import { ProblemPage } from './pages/problem-page.ts'
import { expect, test } from './support/fixtures.ts'
import { atStripe, payIn } from './support/pay-in.ts'
import { postForm } from './support/post-form.ts'
import { signIn, signInAtIssuer } from './support/sign-in.ts'
import { signInAges } from './support/sign-in-ages.ts'

const t = translator('nb')
const kr = (ore: number) => formatMoney(ore, 'nb')
const john = { payer: 'john', prisoner: 'E-2001' }

test.use({ expectedErrors: [/status of (400|403) .*\/staff\/funds/] })

test.beforeEach(() => test.setTimeout(180_000))

test('an officer gives a part back alone: told first, done once, and the payer is written to', async ({
	page,
	stack,
	running,
	letters,
}) => {
	const ref = await payIn(running, { ...john, ore: 15_000 })
	await signIn(page, stack, 'unni')
	const story = new TopUpStoryPage(page)
	await story.comesToSay(ref, t('funds.state.credited'))

	const money = new FundsPage(page)
	await money.visit()
	await money.search.fill('E-2001')
	await money.amount.fill('150')
	await money.find.click()
	await money.isHere()
	await money.line(ref).getByRole('link', { name: ref, exact: true }).click()
	await story.isHere(ref)
	await story.refund.click()
	const refund = new NewRefundPage(page)
	await refund.isHere(ref)

	await refund.amount.fill('500')
	await refund.check.click()
	await refund.isHere(ref)
	await expect(refund.errors()).toBeFocused()
	await expect(refund.errors()).toContainText(t('common.error.reason'))
	await refund.reason.fill('Betalt to ganger ved en feil')
	await refund.check.click()
	await refund.isHere(ref)
	await expect(refund.errors()).toContainText(t('funds.error.too-much', { most: kr(15_000) }))
	await expect(refund.reason).toHaveValue('Betalt to ganger ved en feil')

	await refund.amount.fill('49,50')
	await refund.check.click()
	await refund.isHere(ref)
	await expect(refund.main).toContainText(t('funds.refund.will-at-once', { amount: kr(4950), payer: 'John Myhre' }))
	await refund.button('funds.refund.do', { amount: kr(4950) }).click()
	await story.isHere(ref)
	await expect(story.main).toContainText(t('funds.refund.done'))
	await story.comesToSay(ref, t('funds.refund.state.sent'), story.refunds)
	await expect(story.main).toContainText(t('funds.state.refunded-part'))
	await expect(story.main).toContainText(kr(10_050))
	const to = stack.people.find(({ id }) => id === 'john')?.email ?? ''
	await letters.find({ to, subject: /49\.50/, about: ref })
})

test('what was typed for a refund is there again after a fresh sign-in, and is done once', async ({
	page,
	stack,
	running,
}) => {
	const ref = await payIn(running, { ...john, ore: 12_000 })
	await signInAtIssuer(page, stack, 'unni')
	const story = new TopUpStoryPage(page)
	await story.comesToSay(ref, t('funds.state.credited'))
	await story.refund.click()
	const refund = new NewRefundPage(page)
	await refund.isHere(ref)
	await refund.amount.fill('33,50')
	await refund.reason.fill('Ringte 25. november: betalt to ganger – «ved en feil»')
	await signInAges(running)
	await refund.check.click()

	const main = page.getByRole('main')
	await expect(main).toContainText(t('sign-in.again.kept'))
	// The issuer has seen them moments ago and lets them through.
	const signInAgain = main.getByRole('button', { name: t('sign-in.staff.button') })
	await signInAgain.click()
	await refund.isHere(ref)
	await expect(main).toContainText(t('form-mismatch.kept'))
	await expect(refund.amount).toHaveValue('33,50')
	await expect(refund.reason).toHaveValue('Ringte 25. november: betalt to ganger – «ved en feil»')
	await refund.check.click()
	await refund.isHere(ref)

	// The last step asks again, too, and is not done by signing in.
	await signInAges(running)
	await refund.button('funds.refund.do', { amount: kr(3350) }).click()
	await signInAgain.click()
	await refund.isHere(ref)
	await expect(refund.reason).toHaveValue('Ringte 25. november: betalt to ganger – «ved en feil»')
	await refund.check.click()
	await refund.isHere(ref)
	await refund.button('funds.refund.do', { amount: kr(3350) }).click()
	await story.isHere(ref)
	await expect(main).toContainText(t('funds.refund.done'))

	// It is told once: whoever comes to the page anew begins anew.
	await story.refund.click()
	await refund.isHere(ref)
	await expect(refund.reason).toHaveValue('')
	await expect(refund.amount).toHaveValue('86,50')
})

test('above the limit it is a proposal: who made it cannot approve it, and another approves what was proposed', async ({
	page,
	stack,
	running,
	elsewhere,
}) => {
	const ref = await payIn(running, { ...john, ore: 30_000 })
	await signIn(page, stack, 'unni')
	const story = new TopUpStoryPage(page)
	await story.comesToSay(ref, t('funds.state.credited'))
	await story.refund.click()
	const refund = new NewRefundPage(page)
	await refund.isHere(ref)
	await refund.amount.fill('250')
	await refund.reason.fill('Betaleren har bedt om det')
	await refund.check.click()
	await refund.isHere(ref)
	await expect(refund.main).toContainText(t('funds.refund.will-propose', { alone: kr(20_000) }))
	await refund.button('funds.refund.propose', { amount: kr(25_000) }).click()
	await story.isHere(ref)
	await expect(story.main).toContainText(t('funds.refund.state.proposed'))
	await expect(story.main).toContainText(kr(30_000))

	await page
		.getByRole('main')
		.getByRole('link', { name: kr(25_000) })
		.click()
	const own = new DecideRefundPage(page)
	await own.isHere()
	await expect(own.main).toContainText(t('funds.decide.mine'))
	await expect(own.decline).toHaveCount(0)
	const asOwn = await postForm(page, page.url(), { step: 'approve' })
	expect(asOwn.status(), 'approving one’s own').toBe(403)

	const second = await elsewhere()
	await signIn(second, stack, 'olav')
	const money = new FundsPage(second)
	await money.visit()
	const line = money.waiting('funds.waits.refunds').getByRole('row').filter({ hasText: 'Betaleren har bedt om det' })
	await expect(line).toContainText('Unni Falk')
	await line.getByRole('link', { name: t('funds.next.decide-refund') }).click()
	const decide = new DecideRefundPage(second)
	await decide.isHere()
	await expect(decide.main).toContainText(kr(25_000))
	await expect(decide.main).toContainText('Betaleren har bedt om det')
	await decide.button('funds.decide.approve', { amount: kr(25_000) }).click()
	await money.isHere()
	await expect(money.main).toContainText(t('funds.decide.approved'))
	await story.comesToSay(ref, t('funds.refund.state.sent'), story.refunds)
	await expect(story.main).toContainText('Olav Rem')
})

test('what Stripe told and was lost is found by the comparison and put right', async ({ page, stack, running }) => {
	await payIn(running, { ...john, ore: 5000 })
	await signIn(page, stack, 'unni')
	const comparison = new ReconciliationPage(page)
	// The day's own comparison is over: what is lost from here on is found by nobody else.
	await expect(async () => {
		await page.goto(paths.staff.reconciliation())
		await expect(comparison.runs('daily')).not.toHaveCount(0, { timeout: 500 })
	}).toPass({ timeout: 30_000 })
	await comparison.isHere()
	await atStripe(running, 'delivery', { dropPercent: '100' })
	try {
		const ref = await payIn(running, { ...john, ore: 6000 })
		await atStripe(running, 'settled')
		const story = new TopUpStoryPage(page)
		await story.visit(ref)
		await expect(story.main).toContainText(t('funds.top-up.no-ledger'))

		await comparison.visit()
		await comparison.run.click()
		await comparison.isHere()
		await expect(comparison.main).toContainText(t('funds.reconciliation.ran'))
		const found = comparison.main.getByRole('row').filter({ hasText: ref })
		await expect(found.first()).toContainText(t('funds.discrepancy.missed-event'))
		await expect(found.first()).toContainText(t('funds.resolution.repaired'))
		await story.comesToSay(ref, t('funds.state.credited'))
		await expect(story.main).toContainText(t('funds.event.reconciliation'))
	} finally {
		await atStripe(running, 'delivery')
	}
})

test('what is kept back is shown as waiting, with its reason, until it is let go', async ({ page, stack, running }) => {
	await atStripe(running, 'delivery', { hold: 'yes' })
	const ref = await payIn(running, { ...john, ore: 7000 })
	await signIn(page, stack, 'unni')
	const story = new TopUpStoryPage(page)
	await story.visit(ref)
	await story.hold.click()
	await story.holdBack.click()
	await story.isHere(ref)
	await expect(story.main.getByRole('region', { name: t('errors.summary') })).toContainText(t('common.error.reason'))
	await story.holdReason.fill('Mistanke om press')
	await story.holdBack.click()
	await story.isHere(ref)
	await expect(story.main).toContainText(t('funds.hold.done'))
	await atStripe(running, 'delivery')
	await atStripe(running, 'release')
	await story.comesToSay(ref, t('funds.state.paid'))

	const money = new FundsPage(page)
	await money.visit()
	await expect(money.waiting('funds.waits.held')).toContainText('Mistanke om press')
	await story.visit(ref)
	await story.release.click()
	await story.isHere(ref)
	await story.comesToSay(ref, t('funds.state.credited'))
})

test('the money is for those whose task it is; the auditor reads and does nothing', async ({
	page,
	stack,
	elsewhere,
}) => {
	await signIn(page, stack, 'terje')
	for (const path of [paths.staff.funds(), paths.staff.reconciliation()]) {
		expect((await page.goto(path))?.status(), path).toBe(403)
		await new ProblemPage(page).isHere('errors.not-allowed')
	}
	expect((await page.request.get(paths.staff.topUpsCsv())).status(), 'the list as a file').toBe(403)
	const auditor = await elsewhere()
	await signIn(auditor, stack, 'knut')
	const comparison = new ReconciliationPage(auditor)
	await comparison.visit()
	await expect(comparison.run).toHaveCount(0)
	const file = await auditor.request.get(paths.staff.topUpsCsv())
	expect(file.headers()['content-type']).toContain('text/csv')
	expect(await file.text()).toContain(t('funds.col.reference'))
	for (const path of [paths.staff.reconciliation(), paths.staff.funds()]) {
		const answer = await postForm(auditor, path, { step: 'run' })
		expect(answer.status(), path).toBe(403)
	}
})
