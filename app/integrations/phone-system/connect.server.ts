import type { PhoneConfig } from '../../config.server.ts'
import { acceptsAtOnce, type PhoneSystem } from '../phone-system.server.ts'
import { filesCredits, type PhoneSystemDeps } from './files.server.ts'
import { pushesCredits } from './push.server.ts'

/** The phone system that is configured: told of each credit as it falls due, or by a file a day, or none. */
export function connectPhoneSystem(
	{ folder, push }: Pick<PhoneConfig, 'folder' | 'push'>,
	deps: PhoneSystemDeps,
): PhoneSystem {
	if (push) return pushesCredits(push)
	if (folder) return filesCredits(folder, deps)
	return acceptsAtOnce
}
