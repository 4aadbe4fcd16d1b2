import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { type EntryFields, entryForm, entryStepForm } from '#app/forms/waiting-list.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { chosenOf, partyChoice } from '#app/services/bookings/choices.server.ts'
import { myReach } from '#app/services/messages/my-reach.server.ts'
import { acceptOffer } from '#app/services/waiting-list/accept-offer.server.ts'
import { addEntry } from '#app/services/waiting-list/add-entry.server.ts'
import { myEntries } from '#app/services/waiting-list/my-entries.server.ts'
import { withdrawEntry } from '#app/services/waiting-list/withdraw-entry.server.ts'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { Checkbox } from '#app/ui/forms/checkbox.tsx'
import { DateFields } from '#app/ui/forms/date-fields.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields, IdempotencyKeyField } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'
import { EntryCard } from '#app/ui/waiting-list/entry-card.tsx'

export const handle: PageHandle = { title: 'waiting-list.title' }

/** Days that a new waiting-list entry spans unless it says otherwise. */
const usualDays = 28

const parts = (date: string) => ({
	day: String(Number(date.slice(8))),
	month: String(Number(date.slice(5, 7))),
	year: date.slice(0, 4),
})

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const permitRef = url.searchParams.get('for')
	const choice = permitRef === null ? null : await partyChoice(ctx, permitRef)
	const today = localDate(ctx.now)
	const entries = await myEntries(ctx)
	return {
		asksFor: choice && {
			person: fullName(choice.prisoner),
			from: parts(today),
			to: parts(addDays(today, usualDays)),
		},
		entries: entries.map(({ entry, prisoner, offer }) => ({
			ref: entry.ref,
			person: fullName(prisoner),
			from: entry.firstDate,
			to: entry.lastDate,
			state: entry.state,
			offer:
				offer && offer.until > ctx.now
					? {
							session: offer.sessionRef,
							...{ start: offer.startsAt, end: offer.endsAt, setting: offer.setting, until: offer.until },
						}
					: null,
		})),
		idempotencyKey: randomUUID(),
		mail: await myReach(ctx),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request, url, context }) => {
	const submission = await parseForm(request, entryForm.or(entryStepForm))
	if (submission.status !== 'success') return invalidForm(submission)
	const form = submission.value
	if ('entry' in form) {
		if (form.step === 'withdraw') {
			await withdrawEntry(ctx, { entry: { ref: form.entry } })
			throw redirectWith(context, paths.waitingList(), { kind: 'done', text: 'waiting-list.withdrawn' })
		}
		const outcome = await acceptOffer(ctx, {
			entry: { ref: form.entry },
			idempotencyKey: form.idempotencyKey,
			session: form.session,
		})
		if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
		throw redirectWith(context, paths.visit(outcome.booking.ref), {
			kind: 'done',
			text: outcome.booking.state === 'requested' ? 'bookings.requested.done' : 'bookings.confirmed.done',
		})
	}
	const { from, to } = form
	const today = localDate(ctx.now)
	if (to < from || to < today || to > addDays(today, 365))
		return invalidForm(submission, { fieldErrors: { to: ['waiting-list.error.to'] } })
	const choice = await partyChoice(ctx, url.searchParams.get('for') ?? '')
	const refs = url.searchParams.get('with')?.split(',') ?? [choice.me.ref]
	const partyIds = chosenOf(choice, refs).map((one) => one.id)
	const outcome = await addEntry(ctx, {
		prisonerId: choice.prisoner.id,
		partyIds,
		from,
		to,
		farTravel: form.farTravel === 'on',
		idempotencyKey: form.idempotencyKey,
	})
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectWith(context, paths.waitingList(), { kind: 'done', text: 'waiting-list.joined' })
})

export default function WaitingList() {
	const { asksFor, entries, idempotencyKey, mail } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<EntryFields>({
		id: 'waiting-list-entry',
		lastResult: answer && !('publicReasons' in answer) ? answer : null,
		defaultValue: asksFor ? { from: asksFor.from, to: asksFor.to } : {},
	})
	const open = entries.filter((one) => one.state === 'open')
	return (
		<>
			<BackLink href={paths.home()} />
			{answer && 'publicReasons' in answer && (
				<RefusalList title={t('bookings.refused.title')} items={describeRefusals(answer.publicReasons, t)} />
			)}
			<ErrorSummary form={form} />
			<PageTitle lead={t('waiting-list.lead')}>{t('waiting-list.title')}</PageTitle>
			<ReachNotice mail={mail} />
			{open.map((entry) => (
				<EntryCard key={entry.ref} entry={entry} idempotencyKey={idempotencyKey} />
			))}
			{open.length === 0 && !asksFor && (
				<EmptyState title={t('waiting-list.none')}>{t('waiting-list.none-about')}</EmptyState>
			)}
			{asksFor && (
				<Section title={t('waiting-list.new.title', { person: asksFor.person })}>
					<PostForm id={form.id}>
						<IdempotencyKeyField value={idempotencyKey} />
						<HiddenFields values={{ step: 'make' }} />
						<DateFields field={fields.from} parts={fields.from.getFieldset()} label={t('waiting-list.new.from')} />
						<DateFields field={fields.to} parts={fields.to.getFieldset()} label={t('waiting-list.new.to')} />
						<Checkbox
							field={fields.farTravel}
							label={t('waiting-list.new.far')}
							hint={t('waiting-list.new.far-hint')}
						/>
						<FormActions>
							<SubmitButton>{t('waiting-list.new.confirm')}</SubmitButton>
						</FormActions>
					</PostForm>
				</Section>
			)}
		</>
	)
}
