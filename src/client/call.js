/** What a page gets of a claim, with the order's id where it made one. */
export const claimed = (orderId) => ({ recovered: false, ...(orderId && { orderId }) });
