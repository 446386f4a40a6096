type Props = {
  page: string;
  email: string;
  left: boolean /** Whether the link may change more than this. */;
  manages: boolean;
};

/** The button behind a link that unsubscribes. */
export const LeaveForm = ({ page, email, left, manages }: Props) =>
  left ? (
    <div className="form">
      <p>
        Nothing more is sent to <strong>{email}</strong>. Thank you for having read with us.
      </p>
      <div>
        <a className="form-button" href={manages ? page : '/subscribe'}>
          I have changed my mind
        </a>
      </div>
    </div>
  ) : (
    <form method="post" action={`${page}/leave`} className="form">
      <p>
        Nothing more will be sent to <strong>{email}</strong>, from now on.
      </p>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="form-button primary max-mid:w-full">
          Unsubscribe
        </button>
        {manages && (
          <a className="form-button max-mid:w-full" href={page}>
            Change what I get instead
          </a>
        )}
      </div>
    </form>
  );
