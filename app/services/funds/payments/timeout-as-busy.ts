import { PaymentsError } from '#app/integrations/payments.server.ts'
import { ServiceError } from '../../errors.ts'

/** Asks Stripe in somebody's stead: where nothing is known of the answer, they may ask again. @throws ServiceError `busy` */
export async function timeoutAsBusy<T>(asking: Promise<T>): Promise<T> {
	try {
		return await asking
	} catch (error) {
		if (error instanceof PaymentsError && !error.refused) throw new ServiceError('busy', error.message)
		throw error
	}
}
