<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; more lets less likely ones in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest words that make up this share together; 1 is all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only words at least this likely beside the likeliest one; 0 is all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same answer to the same question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes words that were just said less likely; 1 is off, as the vendor advises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme dark light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a chat the model can see. Changing it loads the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset sampling temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thought that gets there is closed, and the answer begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking budget tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time to think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking budget seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preserved thinking keep forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept while there is ample room, then forgotten; the chat says when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay in the context: they take room, and nothing is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take no room, but the last answer is read again each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room to go on at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model has read of long chats is kept, so it need not be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume state cache disk restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a chat does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full overflow truncate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left out before you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest messages are no longer given; a line in the chat says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model writes a summary of the oldest messages, which you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise and forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many questions the older ones are summarised; the last stay whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nothing leave this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is opened: no cloud, no downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline airplane privacy lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer that could pass it is not asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money cost price limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest local or cloud for each question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is shown before sending, and only chats that you let go are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>router automatic choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model list, search and open files of an attached folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads and never writes; each look is shown in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tools agent project folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when there is a newer glmdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day one small signed file is fetched; nothing is sent or installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varied wording; the same question can get another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps closer to the likeliest word, as code needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the likeliest word; the same question gets the same answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to the model before every chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: the model answers as it was trained to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force when the program is opened the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model name new chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first answer, while nothing else is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commit {commit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About glmdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs language models on this computer. Nothing is sent anywhere unless you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{commit}, released {days} days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerNews</name>
    <message>
        <source>Generating an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer finished, {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer cut at its limit, {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer stopped, {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer interrupted, {words} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchSwitch</name>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as Markdown …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOptionsDialog</name>
    <message>
        <source>This chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you change here holds for this chat and leaves the settings as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take those of the style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values for this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: as in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatRowDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatRows</name>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloudMenu</name>
    <message>
        <source>Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud services …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Z.ai or another service …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Local only” is switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask goes to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paid by your plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD for a million tokens, as of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in use does not think before it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model thinks before its next answer: better, and slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answers at once, without thinking first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsRoom</name>
    <message>
        <source>Check “Local only”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection that the program made, and why. Nothing else leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent · received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock holds: a connection, a look-up and a datagram were refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock does not hold. Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Local only” is off, so connections are possible. Switch it on to check it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the context is known once a model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: {tokens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full: start a new chat, or shorten the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting full: a new chat starts empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the size of the context …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextSlider</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context {tokens} tokens, about {pages} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens}: {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model holds at most {most} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More context takes more memory; {most} is the most that fits here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats are not open yet, and new ones are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of your chats is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Recover chats” at the side to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>{size}, all here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{received} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in {n} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking that every byte is right: {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {n} min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the download of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came so far, {amount}, is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>{name} is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody published a hash to verify it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused the download: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftEdit</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a branch; the first version is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand some code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it, and ask what it does and where it can fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain what this code does, step by step, and where it can fail:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main points, and what was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the main points of this text, then say what you left out:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think something through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options, what speaks for each, and what to find out first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help me decide. These are the options, and this is what matters to me:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the weights into memory, {percent} % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting it again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers need a model: a file that ends in .gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Choose automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my own Python…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models run with the llama.cpp of {python}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine below is your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best engine that works on this computer is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {free} of {total} GiB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices of the running engine: {devices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines (*.whl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install an engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Python with glmdesk and llama-cpp-python</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnginePanel</name>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context (KV cache)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working (compute)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known after the first answer of some length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading (prefill)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing (decode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install ({size})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this computer and the models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory as the engine measured it after loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory as foreseen for {tokens} of context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context is kept in {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the larger plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {tokens} context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>What are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is a stack of layers that each word passes; layers on the GPU are fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of a layer is experts, of which a word needs only a few; so they can stay in RAM, slower but far cheaper than the whole layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model has noted of the chat so far; it grows with the size of the context.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstallNote</name>
    <message>
        <source>This runs a script from {hosts} that nobody has read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models invent names of packages; check them before you install.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up on {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} could not be asked about {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not on {index}: the model may have invented it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on {index}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on {index}, newest version {summary}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstructionsField</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the built-in presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset; one of the same name is replaced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the keys …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together with Ctrl or Alt …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Key of {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no safe store for keys, so the key goes when you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>What will leave this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember for this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question goes to {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to {place}, at {host}. What they do with it is theirs to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the way can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back, because it looks secret: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out: {count} characters that nobody sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} messages, {asked} of them yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bytes} bytes, about {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of reading it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {usd}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly this is sent, byte for byte. The key goes beside it, in a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>What was left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address cannot be opened from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text names another place: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the match before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end of the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer and the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a deleted chat back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Memory (RAM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, shared with {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} used by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays free {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} too much</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking … {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} to first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, because it repeats itself: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut where the room in the context ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text so far was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped; the text so far was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} earlier messages summarised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} earlier messages left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts of {count} earlier answers left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of {count} earlier questions left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their place the model is given this summary, which it wrote itself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this question on the model is not given the oldest messages of this chat. They stay where they are, and search finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this question on the model is given its earlier answers without the thoughts before them. The thoughts stay in the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this question on the model is given the earlier questions without the files that came with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tool} answered: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tool} answered · {count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for {tool}({arguments})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read}, {cached} cached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote in the next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit: please choose below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarising earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeterPart</name>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>Loading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is on this computer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits this computer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer and the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>under {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} in · {written} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Add service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or fold the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send edited message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tight, {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnDataView</name>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups of the chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats take {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>{count} more characters are not shown; Copy message takes them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats are saved once you have chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should be here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here, and it is kept in this folder whatever you choose:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the backup of {day} ({counts})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made at {time}. What was said after that is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what can be read ({counts})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the newest there is, but messages may be missing from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup that can be used, and nothing of the file can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of chats begins anew. The damaged file and all backups stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of chats begins anew. All backups stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Values of the style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling temperature top-p min-p seed repeat penalty reset vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp graphics card GPU driver Vulkan CUDA ROCm processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key Z.ai BigModel vLLM SGLang llama-server Ollama address endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money cost total day month prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network host bytes privacy proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your things are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data folder backup chats file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question stays, unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit: {tokens} tokens, and the context holds {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{room} of them must stay free for the answer. Nothing is left out before you choose; what is left out stays in the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even alone this is too much. Shorten it, or give it fewer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget earlier thoughts ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers stay, without what the model thought before them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out earlier files ({count} questions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions and answers about them stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise the oldest questions and answers ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model writes the summary first; you can read it in the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the oldest questions and answers ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest stays whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger context: {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in the room there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer may be cut after {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what it takes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {size} more memory; the model is loaded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {tokens} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicesRoom</name>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama-server, LM Studio, Ollama and others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys of an action to give it others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsList</name>
    <message>
        <source>Use them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: the usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the chosen chat or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with the chosen chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is needed where text is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} already does this: {action}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import, export, about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About glmdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat has this in its title or messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import chats …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all chats …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {attachment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpendingRoom</name>
    <message>
        <source>Spent so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices of {day}. They can be edited: {file} in the folder of settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{today} today, {month} this month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StyleValues</name>
    <message>
        <source>Reset to the vendor&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the style</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>{count} more characters are not shown; Copy takes them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingView</name>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thought</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>Something went wrong inside glmdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it goes on, restart glmdesk; the details are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{n} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_JumpButton</name>
    <message>
        <source>Jump to bottom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
