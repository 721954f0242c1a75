// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/curlcommand.h"

#include "core/http/noproxy.h"

#include <QStringList>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

//! What a URL may hold before servers and proxies refuse it; longer parameters go into a body.
constexpr qsizetype longestQuery = 4'000;

//! The value of a variable as one word.
QString variable(const QString &name)
{
    return QString("\"$"_L1 % name % u'"');
}

//! A name such as X_API_KEY for the secret in a header.
QString variableOf(const QByteArray &header)
{
    QString name;
    for (const char c : header.toUpper()) {
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += QLatin1Char(isPlain ? c : '_');
    }
    // No variable begins with a digit.
    return name.isEmpty() || name.front().isDigit() ? QString("HEADER_"_L1 % name) : name;
}

QString headerWord(const HttpHeader &header)
{
    // To curl a name with nothing behind its colon means that the header is not to be sent.
    return header.value.isEmpty()
        ? shellQuoted(QString(QString::fromUtf8(header.name) % u';'))
        : shellQuoted(QString(QString::fromUtf8(header.name) % ": "_L1 % QString::fromUtf8(header.value)));
}

QString secretHeaderWord(const QByteArray &name)
{
    return QString(shellQuoted(QString(QString::fromUtf8(name) % ": "_L1)) % variable(variableOf(name)));
}

//! A path as it is; a file for what is held elsewhere.
QString fileWord(const QString &path, const QString &placeholder)
{
    return path.isEmpty() ? variable(placeholder) : shellQuoted(path);
}

QString versionName(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls10:
        return u"1.0"_s;
    case TlsVersion::Tls11:
        return u"1.1"_s;
    case TlsVersion::Tls12:
        return u"1.2"_s;
    case TlsVersion::Tls13:
        return u"1.3"_s;
    case TlsVersion::Default:
        break;
    }
    return {};
}

//! \brief Puts a command together, one option a line.
class CurlWriter final {
public:
    explicit CurlWriter(const HttpConfig &config)
        : m_config(config)
        , m_url(config.baseUrl)
    {
    }

    [[nodiscard]] QString write(const QByteArray &path, const HttpParameters &parameters)
    {
        m_lines = {u"curl --silent --show-error"_s};
        addTime();
        addAuth();
        addHeaders();
        if (m_url.scheme() == "https"_L1)
            addTls();
        addProxy();
        addParameters(parameters);
        addUrl(path);
        return m_lines.join(u" \\\n    "_s);
    }

private:
    void add(const QString &option) { m_lines.append(option); }
    void add(const QString &option, const QString &word) { m_lines.append(QString(option % u' ' % word)); }

    void addTime()
    {
        const double seconds = std::chrono::duration<double>(m_config.timeout).count();
        add(u"--max-time"_s, QString::number(seconds));
    }

    void addAuth()
    {
        if (const auto *basic = std::get_if<BasicAuth>(&m_config.auth)) {
            const QString user =
                basic->usernameFile.isEmpty() ? shellQuoted(basic->username) : variable(u"USERNAME"_s);
            const bool isOpen = basic->password.kind == SecretRef::Kind::None;
            add(u"--user"_s, isOpen ? QString(user % u':') : QString(user % u':' % variable(u"PASSWORD"_s)));
            return;
        }
        if (std::holds_alternative<std::monostate>(m_config.auth))
            return;
        const auto *plain = std::get_if<Authorization>(&m_config.auth);
        const QString type = plain ? QString::fromUtf8(plain->type) : u"Bearer"_s;
        add(u"--header"_s,
            QString(shellQuoted(QString("Authorization: "_L1 % type % u' ')) % variable(u"TOKEN"_s)));
    }

    void addHeaders()
    {
        for (const HttpHeader &header : m_config.headers) {
            if (isAcceptableHeader(header))
                add(u"--header"_s, headerWord(header));
        }
        for (const SecretHeader &header : m_config.secretHeaders)
            add(u"--header"_s, secretHeaderWord(header.name));
        if (!m_config.tenant.isEmpty())
            add(u"--header"_s, headerWord({"X-Scope-OrgID", m_config.tenant.toUtf8()}));
    }

    void addTls()
    {
        const TlsConfig &tls = m_config.tls;
        if (tls.insecureSkipVerify)
            add(u"--insecure"_s);
        if (!tls.caFile.isEmpty() || !tls.ca.isEmpty())
            add(u"--cacert"_s, fileWord(tls.caFile, u"CA_FILE"_s));
        if (!tls.certFile.isEmpty() || !tls.cert.isEmpty())
            add(u"--cert"_s, fileWord(tls.certFile, u"CERT_FILE"_s));
        if (tls.key.kind == SecretRef::Kind::File)
            add(u"--key"_s, shellQuoted(tls.key.key));
        else if (tls.key.kind != SecretRef::Kind::None)
            add(u"--key"_s, variable(u"KEY_FILE"_s));
        if (tls.minVersion != TlsVersion::Default)
            add(QString("--tlsv"_L1 % versionName(tls.minVersion)));
        if (tls.maxVersion != TlsVersion::Default)
            add(u"--tls-max"_s, versionName(tls.maxVersion));
        addServerName(tls.serverName);
    }

    //! curl verifies the name in the URL. The other name goes there, and the way leads to the host all the
    //! same.
    void addServerName(const QString &name)
    {
        if (name.isEmpty())
            return;
        const QString host = m_url.host(QUrl::FullyEncoded);
        const QString place = host.contains(u':') ? QString(u'[' % host % u']') : host;
        const QString port = QString::number(m_url.port(443));
        add(u"--connect-to"_s, shellQuoted(QString(name % u':' % port % u':' % place % u':' % port)));
        add(u"--header"_s, headerWord({"Host", m_url.authority(QUrl::FullyEncoded).toUtf8()}));
        m_url.setHost(name);
    }

    void addProxy()
    {
        const ProxyConfig &proxy = m_config.proxy;
        const bool isDirect = proxy.mode == ProxyConfig::Mode::None
            || (proxy.mode == ProxyConfig::Mode::Url && NoProxy(proxy.noProxy).covers(m_config.baseUrl))
            || NoProxy({}).covers(m_config.baseUrl);
        if (isDirect) {
            add(u"--noproxy"_s, shellQuoted(u"*"_s));
            return;
        }
        // curl reads the same variables of the environment by itself.
        if (proxy.mode == ProxyConfig::Mode::Url)
            addProxyUrl(proxy);
        // What a script chooses is known only when it is asked.
        if (proxy.mode == ProxyConfig::Mode::Pac)
            add(u"--proxy"_s, variable(u"PROXY"_s));
        for (const HttpHeader &header : proxy.connectHeaders)
            add(u"--proxy-header"_s, headerWord(header));
        for (const SecretHeader &header : proxy.secretConnectHeaders)
            add(u"--proxy-header"_s, secretHeaderWord(header.name));
    }

    void addProxyUrl(const ProxyConfig &proxy)
    {
        QUrl url = proxy.url.adjusted(QUrl::RemoveUserInfo);
        // The proxy looks names up, as it does for the console.
        if (url.scheme() == "socks5"_L1)
            url.setScheme(u"socks5h"_s);
        add(u"--proxy"_s, shellQuoted(url.toString(QUrl::FullyEncoded)));
        const QString user =
            proxy.username.isEmpty() ? proxy.url.userName(QUrl::FullyDecoded) : proxy.username;
        if (!user.isEmpty())
            add(u"--proxy-user"_s, QString(shellQuoted(user) % u':' % variable(u"PROXY_PASSWORD"_s)));
        // The list was gone through already.
        add(u"--noproxy"_s, shellQuoted(QString()));
    }

    void addParameters(const HttpParameters &parameters)
    {
        qsizetype size = 0;
        for (const auto &[name, value] : parameters)
            size += name.size() + value.toPercentEncoding().size() + 2;
        // Every server takes GET; some proxies let nothing else through.
        if (size > 0 && size <= longestQuery)
            add(u"--get"_s);
        for (const auto &[name, value] : parameters)
            add(u"--data-urlencode"_s,
                shellQuoted(QString(QString::fromUtf8(name) % u'=' % QString::fromUtf8(value))));
    }

    void addUrl(const QByteArray &path)
    {
        QString base = m_url.path(QUrl::FullyEncoded);
        while (base.endsWith(u'/'))
            base.chop(1);
        m_url.setPath(QString(base % u'/' % QString::fromLatin1(path)), QUrl::StrictMode);
        const QString url = m_url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
        if (url.contains(u'[') || url.contains(u'{'))
            add(u"--globoff"_s);
        add(shellQuoted(url));
    }

    const HttpConfig &m_config;
    QUrl m_url;
    QStringList m_lines;
};

} // namespace

QString shellQuoted(const QString &text)
{
    // Within single quotes nothing has a meaning but the next one.
    QString inner = text;
    inner.replace(u'\'', "'\\''"_L1);
    return QString(u'\'' % inner % u'\'');
}

QString curlCommand(const HttpConfig &config, const QByteArray &path, const HttpParameters &parameters)
{
    return CurlWriter(config).write(path, parameters);
}

} // namespace sockeye
