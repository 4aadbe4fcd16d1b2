import { paths } from '#app/paths.ts'
import { ChangePartyPage, CheckPartyPage, OfficerPartyPage } from './pages/change-party-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { book, cancelAll } from './support/visits.ts'

test.use({ expectedErrors: [/status of 409 .*\/staff\/bookings/] })

test('who comes is changed by the family, after a look, and by an officer', async ({ page, stack, elsewhere }) => {
	test.setTimeout(240_000)
	await signIn(page, stack, 'kari')
	const { visit, ref } = await book(page, { toVisit: 'Jonas Haugen', with: ['Emma'] })
	const [party, check] = [new ChangePartyPage(page), new CheckPartyPage(page)]
	await visit.toParty.click()
	await party.isHere()
	await expect(party.member('Emma')).toBeChecked()

	await party.next.click()
	await check.isHere()
	await expect(check.main).toContainText(check.t('bookings.party.check.same'))
	await check.again.click()

	// Without an adult the children do not come, and it is said before anything binds.
	await party.member('Kari').uncheck()
	await party.next.click()
	await check.isHere()
	await expect(check.main).toContainText(check.t('bookings.party.check.refused'))
	await expect(check.confirm).toHaveCount(0)
	await check.again.first().click()

	await party.isHere()
	await party.member('Kari').check()
	await party.member('Jakob').check()
	await party.member('Emma').uncheck()
	await party.next.click()
	await check.isHere()
	await check.confirm.click()
	await visit.isHere()
	await expect(visit.main).toContainText(visit.t('bookings.party.done'))
	await expect(visit.main).toContainText('Jakob')
	await expect(visit.main).not.toContainText('Emma')

	const desk = await elsewhere()
	await signIn(desk, stack, 'berit')
	await desk.goto(paths.staff.booking(ref))
	const office = new OfficerPartyPage(desk)
	await office.link('bookings.officer.party.start').click()
	await office.isHere()
	const everyone = desk.getByRole('checkbox')
	for (const box of await everyone.all()) await box.uncheck()
	await desk.getByRole('checkbox', { name: 'Emma' }).check()
	await office.change.click()
	await office.isHere()
	await expect(office.main).toContainText(office.t('refusals.no-adult.officer'))
	await desk.getByRole('checkbox', { name: 'Kari' }).check()
	await desk.getByRole('checkbox', { name: 'Emma' }).uncheck()
	await office.change.click()
	await expect(office.main).toContainText(office.t('bookings.officer.party.done'))
	await cancelAll(page)
})
