export interface PhoneItem {
  readonly phoneId: string;
  readonly browser: string;
  readonly pairedAt: number;
}

/** A phone keeps the token and proves itself with it in `hello`. */
export interface PairedPhone {
  readonly token: string;
  readonly phoneId: string;
  readonly classroom: { readonly classroomId: string; readonly name: string; readonly schoolName: string };
}
