// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

class QNetworkAccessManager;
class QNetworkProxy;
class QNetworkRequest;

namespace sockeye {

class CredentialSource;
class ProxyResolver;
struct HttpMessage;

using HttpParameters = std::vector<std::pair<QByteArray, QByteArray>>;

//! \brief Sends requests to one server: one connection pool for each way there, one set of credentials,
//! nothing shared with other servers. Answers are asked for uncompressed on one's own networks; redirects are
//! followed within the origin only. Jobs under way end with the client, without a signal. Main thread only.
class HttpClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    //! \a secrets and \a clock must outlive the client.
    HttpClient(HttpConfig config, const SecretSource &secrets, const Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const HttpConfig &config() const { return m_config; }

    //! \brief GET baseUrl/path?parameters; the base itself when \a path is empty. The job is a child of the
    //! client.
    HttpJob *get(const QByteArray &path, const HttpParameters &parameters = {});
    //! \brief POST baseUrl/path with a form body.
    HttpJob *post(const QByteArray &path, const HttpParameters &parameters);

private:
    HttpJob *send(HttpMessage message);
    [[nodiscard]] Expected<QNetworkAccessManager *, HttpError> prepare(
        QNetworkRequest &request, const QNetworkProxy &proxy);
    [[nodiscard]] Expected<void, HttpError> addTls(QNetworkRequest &request) const;
    [[nodiscard]] QNetworkAccessManager *managerFor(const QNetworkProxy &proxy);
    [[nodiscard]] Expected<void, HttpError> addHeaders(QNetworkRequest &request) const;

    HttpConfig m_config;
    const SecretSource &m_secrets;
    const Clock &m_clock;
    std::vector<SecretRef> m_refs;
    std::unique_ptr<CredentialSource> m_credentials;
    std::unique_ptr<ProxyResolver> m_proxies;
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_managers; //!< by the place of the proxy
};

} // namespace sockeye
