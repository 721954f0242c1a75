// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/accessform.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace sockeye {

using namespace Qt::StringLiterals;

AccessForm::AccessForm(
    FormColumn &column, FormFields &fields, const SettingsContext &context, DraftSecrets &secrets, Kind kind)
    : QObject(&column)
{
    const bool isServer = kind == Kind::Server;
    m_signIn = new SignInForm{column, fields, context, secrets};
    if (isServer)
        addTenant(column, fields);
    else
        addHeaders(column, fields);
    m_tls = new TlsForm{column, fields, context};
    m_network = new NetworkForm{
        column, fields, context, secrets, isServer ? NetworkForm::Offer::All : NetworkForm::Offer::Way};
    connect(m_network, &NetworkForm::edited, this, &AccessForm::edited);
    connect(m_signIn, &SignInForm::edited, this, &AccessForm::edited);
    connect(m_tls, &TlsForm::edited, this, &AccessForm::edited);
}

AccessForm::~AccessForm() = default;

void AccessForm::addTenant(FormColumn &column, FormFields &fields)
{
    m_tenant = named<QLineEdit>(u"tenant"_s, &column);
    m_tenant->setPlaceholderText(u"team-a"_s);
    fields.add(FormField::Tenant,
        column.addRow(tr("Tenant"), m_tenant,
            tr("Whose data to show, of Cortex or Mimir (X-Scope-OrgID); several as a|b. Else leave empty.")));
    connect(m_tenant, &QLineEdit::textEdited, this, &AccessForm::edited);
}

void AccessForm::addHeaders(FormColumn &column, FormFields &fields)
{
    m_headers = makeLinesEdit(u"headers"_s, &column);
    m_headers->setPlaceholderText(u"Origin: https://app.example.net"_s);
    fields.add(FormField::Headers,
        column.addRow(
            tr("&Headers"), m_headers, tr("Sent with the upgrade, one a line. Secrets do not go here.")));
    connect(m_headers, &QPlainTextEdit::textChanged, this, &AccessForm::edited);
}

void AccessForm::show(const AccessDraft &draft, const QString &sessionKey)
{
    m_signIn->show(draft.signIn, sessionKey);
    m_tls->show(draft.tls);
    m_network->show(draft.network, sessionKey);
    if (m_tenant)
        m_tenant->setText(draft.tenant);
    if (m_headers) {
        const QSignalBlocker quiet{m_headers}; // textChanged() speaks for programs too
        m_headers->setPlainText(draft.network.headers);
    }
}

AccessDraft AccessForm::draft() const
{
    AccessDraft draft{
        .signIn = m_signIn->draft(), .tenant = {}, .tls = m_tls->draft(), .network = m_network->draft()};
    if (m_tenant)
        draft.tenant = m_tenant->text();
    if (m_headers)
        draft.network.headers = m_headers->toPlainText();
    return draft;
}

} // namespace sockeye
