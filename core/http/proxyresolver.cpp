// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/proxyresolver.h"

#include "core/http/pacresolver.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// One proxy or none, read anew on each use, as the password of it is.
class PlainResolver final : public ProxyResolver {
    Q_DISABLE_COPY_MOVE(PlainResolver)

public:
    PlainResolver(ProxyConfig config, const SecretSource &secrets)
        : m_config(std::move(config))
        , m_secrets(secrets)
    {
    }
    ~PlainResolver() override = default;

    void find(const QUrl &url, QObject * /*context*/, Receiver receiver) override
    {
        const auto environment = ProxyEnvironment::from(QProcessEnvironment::systemEnvironment());
        const auto proxy = proxyFor(url, m_config, environment, m_secrets);
        receiver(proxy.map([](const QNetworkProxy &way) { return std::vector{way}; }));
    }

    void avoid(const QNetworkProxy & /*proxy*/) override
    {
        // There is no other.
    }

private:
    ProxyConfig m_config;
    const SecretSource &m_secrets;
};

} // namespace

ProxyResolver::ProxyResolver(QObject *parent)
    : QObject(parent)
{
}

ProxyResolver::~ProxyResolver() = default;

std::unique_ptr<ProxyResolver> makeProxyResolver(
    const ProxyConfig &config, const SecretSource &secrets, const Clock &clock)
{
    if (config.mode == ProxyConfig::Mode::Pac) {
        const QString program = QCoreApplication::applicationDirPath() % "/sockeye-pac"_L1;
        return std::make_unique<PacResolver>(
            config.url, PacProcess::Setup{.program = program}, secrets, clock);
    }
    return std::make_unique<PlainResolver>(config, secrets);
}

} // namespace sockeye
