export const states = {
  order: {
    unpaid: ['待付款', 'Unpaid'], paid: ['待发货', 'To ship'], shipped: ['已发货', 'Shipped'], delivered: ['已送达', 'Delivered'],
    completed: ['已完成', 'Completed'], cancelled: ['已取消', 'Cancelled'], refunded: ['已退款', 'Refunded'],
  },
  afterSale: {
    asked: ['待商家处理', 'Asked'], agreed: ['已同意', 'Agreed'], refused: ['已拒绝', 'Refused'], appealed: ['待平台裁定', 'Appealed'],
    sent_back: ['已寄回', 'Sent back'], received: ['已收到退货', 'Received'], done: ['已完成', 'Done'], closed: ['已撤销', 'Closed'],
  },
  afterSaleKind: { refund: ['仅退款', 'Refund'], return: ['退货退款', 'Return'], exchange: ['换货', 'Exchange'] },
  payment: {
    started: ['付款中', 'Started'], held: ['已冻结', 'Held'], paid: ['已付', 'Paid'], captured: ['已扣款', 'Captured'],
    released: ['已解冻', 'Released'], failed: ['失败', 'Failed'], closed: ['已关闭', 'Closed'],
  },
  way: { channel: ['支付渠道', 'Channel'], cash: ['余额', 'Balance'], constant: ['恒定积分', 'Constant points'] },
  refund: { started: ['退款中', 'Under way'], done: ['已退回', 'Done'], failed: ['失败', 'Failed'] },
  notice: {
    paid: ['已确认付款', 'Paid'], repeated: ['重复通知', 'Repeated'], amount_differs: ['金额不符', 'Amount differs'], refunded: ['已自动退回', 'Refunded'],
    unknown: ['找不到对应付款', 'Unknown'], refund_done: ['退款到账', 'Refund done'],
  },
  reconciled: {
    matched: ['一致', 'Matched'], ours_only: ['仅我方有', 'Ours only'], theirs_only: ['仅渠道有', 'Theirs only'], amount_differs: ['金额不符', 'Amount differs'],
  },
  withdrawal: {
    asked: ['提交中', 'Asked'], held: ['待审核', 'To review'], approved: ['已批准', 'Approved'], refused: ['已驳回', 'Refused'],
    paying: ['打款中', 'Paying'], paid: ['已打款', 'Paid'], failed: ['打款失败', 'Failed'],
  },
  goods: { draft: ['草稿', 'Draft'], submitted: ['待审核', 'Submitted'], rejected: ['已驳回', 'Rejected'], approved: ['已通过', 'Approved'] },
  goodsKind: { physical: ['实物', 'Physical'], voucher: ['券', 'Voucher'], top_up: ['充值', 'Top-up'], booking: ['预订', 'Booking'] },
  bearer: { platform: ['平台', 'Platform'], merchant: ['商家', 'Merchant'] },
  member: { active: ['正常', 'Active'], locked: ['已停用', 'Locked'], erased: ['已注销', 'Erased'] },
  merchant: {
    applied: ['待审核', 'Applied'], rejected: ['已驳回', 'Rejected'], accepted: ['待缴入驻费', 'Accepted'], open: ['营业中', 'Open'],
    suspended: ['已停业', 'Suspended'], closed: ['已清退', 'Closed'],
  },
  bill: { draft: ['待核对', 'To check'], checked: ['待批准', 'To approve'], approved: ['待付款', 'To pay'], paid: ['已付款', 'Paid'] },
  told: { waiting: ['待发', 'Waiting'], sent: ['已记账', 'Booked'], refused: ['被拒', 'Refused'] },
  check: { good: ['通过', 'Holds'], bad: ['不符', 'Broken'], wait: ['待查', 'Open'] },
  active: { true: ['正常', 'Active'], false: ['已停用', 'Locked'] },
  permission: {
    members_read: ['查看会员', 'See members'], members_change: ['停用会员', 'Change members'], members_erase: ['注销会员', 'Erase members'],
    operators_change: ['管理管理员', 'Manage operators'], merchants_read: ['查看商家', 'See merchants'], merchants_review: ['审核商家', 'Review merchants'],
    clerks_change: ['管理店员', 'Manage clerks'], goods_read: ['查看商品', 'See goods'], goods_change: ['编辑商品', 'Change goods'],
    goods_review: ['审核商品', 'Review goods'], stock_change: ['调整库存', 'Change stock'], coupons_change: ['管理优惠券', 'Manage coupons'],
    freight_change: ['管理运费', 'Manage freight'], orders_read: ['查看订单', 'See orders'], orders_change: ['取消订单', 'Change orders'],
    orders_ship: ['发货与核销', 'Ship and redeem'], after_sales_decide: ['处理售后', 'Decide after-sales'], payments_read: ['查看支付', 'See payments'],
    payments_refund: ['处理退款', 'Handle refunds'], reconciliation_run: ['执行对账', 'Reconcile'], bills_read: ['查看账单', 'See bills'],
    bills_check: ['出账与核对', 'Make and check bills'], bills_approve: ['批准账单', 'Approve bills'], bills_pay: ['支付账单', 'Pay bills'],
    withdrawals_read: ['查看提现', 'See withdrawals'], withdrawals_review: ['审核提现', 'Review withdrawals'], programme_read: ['查看权益计划', 'See the programme'],
    programme_change: ['操作权益计划', 'Run the programme'], trail_read: ['查看操作记录', 'Read the audit log'], clock_advance: ['推进沙箱时钟', 'Advance the sandbox clock'],
    settings_change: ['修改设置', 'Change settings'],
  },
} as const;
