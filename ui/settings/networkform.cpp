// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/networkform.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sockeye {

using namespace Qt::StringLiterals;
using Mode = ProxyConfig::Mode;

NetworkForm::NetworkForm(FormColumn &column, FormFields &fields, const SettingsContext &context,
    DraftSecrets &secrets, Offer offer)
    : QObject(&column)
    , m_group(new FoldGroup{tr("Net&work"), u"networkGroup"_s, context.theme, &column})
{
    column.addWide(m_group);
    if (offer == Offer::All)
        addHeaders(fields);
    addProxy(fields);
    addProxySignIn(fields, context.chooseFile, secrets);
    if (offer == Offer::All)
        addTransfer(fields);
    connectEditors();
    arrange();
}

NetworkForm::~NetworkForm() = default;

void NetworkForm::addHeaders(FormFields &fields)
{
    m_headers = makeLinesEdit(u"headers"_s, &m_group->column());
    m_headers->setPlaceholderText(u"X-Team: console"_s);
    fields.add(FormField::Headers,
        m_group->column().addRow(
            tr("&Headers"), m_headers, tr("Sent with each request, one a line. Secrets do not go here.")),
        m_group);
}

void NetworkForm::addProxy(FormFields &fields)
{
    FormColumn &column = m_group->column();
    m_proxy = named<QComboBox>(u"proxy"_s, &column);
    addChoice(m_proxy, tr("As the environment says"), Mode::Environment);
    addChoice(m_proxy, tr("No proxy"), Mode::None);
    addChoice(m_proxy, tr("This proxy"), Mode::Url);
    addChoice(m_proxy, tr("As a script says (PAC)"), Mode::Pac);
    fields.add(FormField::Proxy,
        column.addRow(tr("Proxy"), m_proxy, tr("The machine itself is always reached directly.")), m_group);
    m_proxyUrl = named<QLineEdit>(u"proxyUrl"_s, &column);
    m_proxyUrl->setPlaceholderText(u"http://proxy.example.net:3128"_s);
    m_proxyScript = named<QLineEdit>(u"proxyScript"_s, &column);
    m_proxyScript->setPlaceholderText(u"http://wpad.example.net/proxy.pac"_s);
    m_scriptRow = column.addRow(
        tr("Script"), m_proxyScript, tr("http, https or file. It runs in a process of its own."));
    fields.add(FormField::ProxyScript, m_scriptRow, m_group);
    m_noProxy = named<QLineEdit>(u"noProxy"_s, &column);
    m_proxyRows.push_back(column.addRow(tr("Proxy URL"), m_proxyUrl));
    fields.add(FormField::ProxyUrl, m_proxyRows.back(), m_group);
    m_proxyRows.push_back(
        column.addRow(tr("Except for"), m_noProxy, tr("Hosts, .domains and networks, separated by commas.")));
    fields.add(FormField::NoProxy, m_proxyRows.back(), m_group);
}

void NetworkForm::addProxySignIn(FormFields &fields, const FileChooser &choose, DraftSecrets &secrets)
{
    FormColumn &column = m_group->column();
    m_proxyUser = named<QLineEdit>(u"proxyUser"_s, &column);
    m_proxyRows.push_back(
        column.addRow(tr("Proxy user"), m_proxyUser, tr("Leave empty when the proxy asks for none.")));
    fields.add(FormField::ProxyUser, m_proxyRows.back(), m_group);
    m_proxySecret = new SecretRows{
        column, choose, {u"proxySecretPlace"_s, u"proxySecret"_s, u"proxySecretFile"_s}, secrets};
    m_proxySecret->setLabel(tr("Password"));
    fields.add(FormField::ProxySecret, m_proxySecret->secretRow(), m_group);
    fields.add(FormField::ProxySecretFile, m_proxySecret->fileRow(), m_group);
}

void NetworkForm::addTransfer(FormFields &fields)
{
    FormColumn &column = m_group->column();
    m_followRedirects = named<QCheckBox>(u"followRedirects"_s, &column);
    m_followRedirects->setText(tr("Follow within the server"));
    fields.add(FormField::FollowRedirects,
        column.addRow(
            tr("Redirects"), m_followRedirects, tr("One to another server is never followed, but told.")),
        m_group);
    m_compression = named<QComboBox>(u"compression"_s, &column);
    addChoice(m_compression, tr("Outside of one's own network"), Compression::Automatic);
    addChoice(m_compression, tr("Never"), Compression::Identity);
    addChoice(m_compression, tr("Always"), Compression::Compressed);
    fields.add(FormField::Compression,
        column.addRow(tr("Compress"), m_compression,
            tr("Costs the server several times the work of the answer itself.")),
        m_group);
}

void NetworkForm::connectEditors()
{
    const auto changed = [this] {
        arrange();
        Q_EMIT edited();
    };
    connect(m_proxy, &QComboBox::activated, this, changed);
    for (QLineEdit *edit : {m_proxyUrl, m_proxyScript, m_noProxy, m_proxyUser})
        connect(edit, &QLineEdit::textEdited, this, changed);
    connect(m_proxySecret, &SecretRows::edited, this, changed);
    if (!m_headers)
        return;
    connect(m_headers, &QPlainTextEdit::textChanged, this, changed);
    connect(m_compression, &QComboBox::activated, this, changed);
    connect(m_followRedirects, &QCheckBox::clicked, this, changed);
}

void NetworkForm::show(const NetworkDraft &draft, const QString &sessionKey)
{
    m_loaded = draft.loaded;
    choose(m_proxy, draft.proxy);
    m_proxyUrl->setText(draft.proxyUrl);
    m_proxyScript->setText(draft.proxyScript);
    m_noProxy->setText(draft.noProxy);
    m_proxyUser->setText(draft.proxyUser);
    m_proxySecret->show(draft.proxySecret, proxySessionKey(sessionKey));
    if (m_headers) {
        const QSignalBlocker quiet{m_headers}; // textChanged() speaks for programs too
        m_headers->setPlainText(draft.headers);
        m_followRedirects->setChecked(draft.followRedirects);
        choose(m_compression, draft.compression);
    }
    m_group->setOpen(false);
    arrange();
}

NetworkDraft NetworkForm::draft() const
{
    NetworkDraft draft{.headers = {},
        .proxy = chosen<Mode>(m_proxy),
        .proxyUrl = m_proxyUrl->text(),
        .proxyScript = m_proxyScript->text(),
        .noProxy = m_noProxy->text(),
        .proxyUser = m_proxyUser->text(),
        .proxySecret = m_proxySecret->draft(),
        .loaded = m_loaded};
    if (m_headers) {
        draft.headers = m_headers->toPlainText();
        draft.followRedirects = m_followRedirects->isChecked();
        draft.compression = chosen<Compression>(m_compression);
    }
    return draft;
}

void NetworkForm::arrange()
{
    m_scriptRow->setVisible(chosen<Mode>(m_proxy) == Mode::Pac);
    const bool ownProxy = chosen<Mode>(m_proxy) == Mode::Url;
    for (FormRow *row : m_proxyRows)
        row->setVisible(ownProxy);
    m_proxySecret->setVisible(ownProxy && !m_proxyUser->text().trimmed().isEmpty());
    m_group->setHeld(held());
}

QStringList NetworkForm::held() const
{
    QStringList held;
    if (m_headers && !m_headers->toPlainText().trimmed().isEmpty())
        held.append(tr("headers"));
    if (chosen<Mode>(m_proxy) == Mode::Url)
        held.append(tr("a proxy of its own"));
    else if (chosen<Mode>(m_proxy) != Mode::Environment)
        held.append(m_proxy->currentText());
    if (!m_headers)
        return held;
    if (!m_followRedirects->isChecked())
        held.append(tr("no redirects"));
    if (chosen<Compression>(m_compression) != Compression::Automatic)
        held.append(tr("compression: %1").arg(m_compression->currentText()));
    return held;
}

} // namespace sockeye
