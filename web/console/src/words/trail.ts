// What the audit log tells: the kind of a thing, and what was done to it.
export const trail = {
  deed: ['{kind}：{deed}', '{kind}: {deed}'],
  kinds: {
    access_key: ['密钥', 'Access key'], after_sale: ['售后', 'After-sales'], bill: ['账单', 'Bill'], brand: ['品牌', 'Brand'], category: ['分类', 'Category'], clock: ['时钟', 'Clock'], coupon_kind: ['优惠券', 'Coupon'],
    freight: ['运费模板', 'Freight template'], goods: ['商品', 'Goods'], job: ['任务', 'Job'], member: ['会员', 'Member'], merchant: ['商家', 'Merchant'], mode: ['商城模式', 'Mode'],
    order: ['订单', 'Order'], package: ['包裹', 'Package'], programme: ['权益计划', 'Programme'], reconciliation: ['对账', 'Reconciliation'], referral: ['推荐', 'Referrals'],
    refund: ['退款', 'Refund'], review: ['评价', 'Review'], role: ['角色', 'Role'], setting: ['设置', 'Setting'], stock: ['库存', 'Stock'], top_up: ['充值', 'Top-up'],
    voucher: ['券', 'Voucher'], withdrawal: ['提现', 'Withdrawal'], worker: ['人员', 'Person'],
  },
  fields: {
    onShelf: ['在售', 'On the shelf'], variants: ['规格款', 'Variants'], reply: ['回复', 'Reply'], parent: ['上级', 'Parent'], place: ['排序', 'Place'], rates: ['计费规则', 'Rates'], role: ['角色', 'Role'],
    multiMerchant: ['接受商家入驻', 'Merchants may join'], levels: ['计奖层级', 'Levels that earn'], entryFeePaid: ['入驻费已缴', 'Entry fee paid'], entryFeeRefunded: ['入驻费已退', 'Entry fee paid back'],
    package: ['包裹', 'Package'], by: ['增减', 'Change'], reference: ['流水号', 'Reference'], state: ['状态', 'State'], active: ['正常', 'Active'], value: ['值', 'Value'], setting: ['设置', 'Setting'], now: ['时间', 'Time'],
    expiresAt: ['到期', 'Until'], programme: ['权益计划', 'Programme'], payment: ['付款流水', 'Payment'], points: ['积分', 'Points'], version: ['版本', 'Version'], deduction: ['扣回', 'Deduction'], line: ['明细', 'Line'],
    refund: ['退款', 'Refund'], id: ['编号', 'No.'], hidden: ['已隐藏', 'Hidden'], dueAt: ['到时', 'Due'], seconds: ['秒', 'Seconds'], giveUp: ['放弃余额与积分', 'Gave up what was held'],
  },
  deeds: {
    accepted: ['通过', 'accepted'], added: ['新增', 'added'], advanced: ['推进', 'advanced'], agreed: ['同意', 'agreed'], allowed: ['改总张数', 'pieces changed'], answered: ['回复', 'answered'],
    approved: ['批准', 'approved'], asked: ['申请', 'asked for'], changed: ['修改', 'changed'], checked: ['核对', 'checked'], chosen: ['选定', 'chosen'], closed: ['关闭', 'closed'],
    commission_changed: ['修改佣金', 'commission changed'], created: ['新建', 'created'], discarded: ['丢弃草稿', 'draft thrown away'], done: ['办结', 'done'], draft: ['出账', 'made'], drafted: ['改草稿', 'draft changed'],
    ended: ['改结束日', 'end moved'], entry_fee: ['缴入驻费', 'entry fee paid'], entry_fee_refunded: ['退入驻费', 'entry fee paid back'], erased: ['注销', 'erased'], founded: ['开通', 'founded'],
    hastened: ['立即再试', 'tried at once'], hidden: ['隐藏', 'hidden'], hired: ['添加', 'added'], levels_changed: ['修改层级', 'levels changed'], locked: ['停用', 'locked'], made: ['办理', 'made'],
    opened: ['开业', 'opened'], paid: ['付款', 'paid'], password_renewed: ['重设口令', 'new password'], payment: ['付款', 'payment'], recalled: ['撤回审核', 'recalled'], received: ['收到退货', 'return received'],
    redeemed: ['核销', 'redeemed'], refused: ['驳回', 'refused'], rejected: ['驳回', 'rejected'], removed: ['删除', 'removed'], renamed: ['改名', 'renamed'], resumed: ['恢复营业', 'resumed'],
    retried: ['重试', 'tried again'], revoked: ['作废', 'revoked'], run: ['执行', 'run'], sent_back: ['寄回', 'sent back'], settled: ['结算', 'settled'], shelved: ['上架', 'put on the shelf'], shipped: ['发货', 'shipped'], shown: ['恢复', 'shown again'],
    submitted: ['送审', 'submitted'], suspended: ['停业', 'suspended'], unlocked: ['恢复', 'unlocked'], unshelved: ['下架', 'taken from the shelf'],
  },
} as const;
