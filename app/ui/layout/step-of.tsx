import { useT } from '#app/i18n/react.tsx'

/** A step's place in the journey, in words. */
export function StepOf({ step, steps }: { step: number; steps: number }) {
	const t = useT()
	return <p className="step-of">{t('common.step-of', { step, steps })}</p>
}
