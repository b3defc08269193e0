// Names the id of the form under a review page.

/** No heading of the article can have it: their ids have no underscore. */
export const FORM_ID = 'your_remark'
