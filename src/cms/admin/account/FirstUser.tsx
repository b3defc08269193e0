// Shows how to make the first account, while the panel has none.
export default function FirstUser() {
  return (
    <section>
      <h1>No accounts yet</h1>
      <p>The first administrator is made on the command line, in the folder of this site:</p>
      <pre>
        npm run user -- create --email you@example.org --password &quot;at-least-12-characters&quot;
        --role admin
      </pre>
      <p>
        Then <a href="/admin/login">sign in</a>.
      </p>
    </section>
  )
}
