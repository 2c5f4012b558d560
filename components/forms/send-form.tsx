'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FormAction } from '@/lib/domain/form-state';
import { MESSAGES_ID } from './messages';
import { NotSent } from './not-sent';
import { tellSignedOut } from './unsaved';
import { useSend } from './use-send';

interface SendFormProps {
  action: FormAction;
  className?: string;
  /** It ends the reader's session: what they had typed goes with it. */
  signsOut?: boolean;
  /** Its buttons, and fields that nobody sees. */
  children: ReactNode;
}

/** A form that is nothing but buttons: what goes wrong with it is said at the top of the page. */
export function SendForm({ action, className, signsOut, children }: SendFormProps) {
  const { failure, form, tryAgain } = useSend(action, {
    done: () => signsOut && tellSignedOut(),
  });
  const [messages, setMessages] = useState<Element | null>(null);
  useEffect(() => setMessages(document.getElementById(MESSAGES_ID)), []);
  return (
    <form {...form} className={className}>
      {children}
      {failure && messages
        ? createPortal(<NotSent failure={failure} tryAgain={tryAgain} />, messages)
        : null}
    </form>
  );
}
