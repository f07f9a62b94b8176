import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Confirm } from './Confirm.tsx';

interface Props {
  readonly children: ReactNode;
  /** Says what will happen, as a question. */
  readonly question: string;
  readonly onConfirm: () => void;
  readonly look?: 'plain' | 'quiet' | 'danger' | 'next';
  readonly size?: 'small' | 'normal';
  readonly wide?: boolean;
  readonly disabled?: boolean;
}

/** A button for what cannot be taken back: it asks in a sentence first, in its own place. */
export function ConfirmButton({ children, question, onConfirm, look = 'plain', ...rest }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look={look} onClick={() => setAsking(true)} {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <Confirm
      question={question}
      onNo={() => setAsking(false)}
      onYes={() => {
        setAsking(false);
        onConfirm();
      }}
    >
      {children}
    </Confirm>
  );
}
