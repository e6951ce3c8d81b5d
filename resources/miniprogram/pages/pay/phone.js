// What the phone says of itself. Older base libraries lack some of these calls: nothing here ever throws.
// 手机自身的信息。较旧的基础库没有其中一些接口，此处均不会抛出异常。

/**
 * The language of WeChat on this phone; English where it cannot be told.
 * @returns {'en' | 'zh'}
 */
function language() {
  const said = attempt(() => (wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync()).language);
  return /^zh/i.test(said) ? 'zh' : 'en';
}

/** Whether this runs in the developer tools' simulator, where nobody can pay. */
function isDevtools() {
  return attempt(() => (wx.getDeviceInfo ? wx.getDeviceInfo() : wx.getSystemInfoSync()).platform) === 'devtools';
}

/** The AppID this Mini Program really runs under, or ''. */
function appId() {
  return attempt(() => wx.getAccountInfoSync().miniProgram.appId);
}

/** @param {() => string} ask */
function attempt(ask) {
  try {
    return ask() || '';
  } catch (error) {
    return '';
  }
}

module.exports = { appId, isDevtools, language };
